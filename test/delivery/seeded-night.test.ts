import "./addresses.ts";
import assert from "node:assert/strict";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { mendSince } from "../../functions/src/mending.ts";
import { seed } from "../../scripts/seed/index.ts";
import { workspaceId } from "../../scripts/seed/workspace.ts";
import { documentsOf } from "./workspace.ts";

describe("the demonstration", () => {
  it("is as events would have left it: its first night finds nothing to make up for", async () => {
    await seed({ log: () => undefined });
    const before = await documentsOf(workspaceId);
    await mendSince(workspaceId);
    assert.deepEqual(await documentsOf(workspaceId), before);
    const { docs } = await channelsOf(workspaceId).get();
    assert.ok(docs.every((doc) => doc.get("health.repaired") === 0));
  });
});
