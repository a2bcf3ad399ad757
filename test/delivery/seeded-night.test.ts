import "./addresses.ts";
import assert from "node:assert/strict";
import { dayAfter, dayOf, foldCounts, openDays } from "@hilo/schema";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { recount } from "../../functions/src/conversations/recount.ts";
import { mendSince } from "../../functions/src/mending.ts";
import { countsIn, isShard, statsOn } from "../../functions/src/stats/store.ts";
import { seed } from "../../scripts/seed/index.ts";
import { timeZone, workspaceId } from "../../scripts/seed/workspace.ts";
import { documentsOf } from "./workspace.ts";

describe("the demonstration", () => {
  it("counts what its threads hold: the night counts the same, of every counter", async () => {
    await seed({ log: () => undefined });
    const today = dayOf(Date.now(), timeZone);
    const days = Array.from({ length: openDays + 1 }, (_, i) => dayAfter(today, -i));
    for (const day of days) {
      const { docs } = await statsOn(workspaceId, day).get();
      const counted = foldCounts(countsIn(docs.filter(isShard)));
      assert.deepEqual(await recount(workspaceId, day, timeZone), counted, day);
    }
  });

  it("is as events would have left it: its first night finds nothing to make up for", async () => {
    await seed({ log: () => undefined });
    const before = await documentsOf(workspaceId);
    await mendSince(workspaceId);
    assert.deepEqual(await documentsOf(workspaceId), before);
    const { docs } = await channelsOf(workspaceId).get();
    assert.ok(docs.every((doc) => doc.get("health.repaired") === 0));
  });
});
