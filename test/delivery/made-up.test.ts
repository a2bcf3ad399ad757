import assert from "node:assert/strict";
import { isListed } from "../../functions/src/channels/listed.ts";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { countOperations } from "../bench/support/operations.ts";
import { during } from "../support/during.ts";
import { formOf } from "./people.ts";
import { startWebhooks } from "./server.ts";
import { freshWorkspace, twilioAccounts } from "./workspace.ts";

describe("addresses of webhooks that somebody makes up", () => {
  const webhooks = during(startWebhooks);
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await freshWorkspace();
  });

  /** From an address of its own: what one client makes up counts against nobody else. */
  async function post(channelId: string, workspace = workspaceId): Promise<number> {
    const path = `/webhooks/twilio/${workspace}/${channelId}`;
    const answer = await fetch(`${process.env.PUBLIC_BASE_URL}${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-forwarded-for": "203.0.113.77",
      },
      body: "Odd=1",
    });
    await answer.arrayBuffer();
    return answer.status;
  }
  const message = () =>
    webhooks.post(
      `/webhooks/twilio/${workspaceId}/twilio-sms`,
      formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: "hola" }),
    );

  it("have the list of channels read thirty times a minute at most, and leave the real ones known", async () => {
    assert.equal(await message(), 200);
    const { reads } = await countOperations(1, async () => {
      for (let i = 0; i < 100; i += 1) assert.equal(await post(`made-up-${i}`), 404);
    });
    assert.equal(reads, 30);
    const known = await countOperations(1, message);
    assert.equal(known.reads, 0);
  });

  it("cost one read a workspace, and are refused unread after some hundred", async () => {
    assert.equal(await message(), 200);
    const made = Array.from({ length: 320 }, () => `w-${newId()}`);
    const statuses = [];
    for (const one of made) statuses.push(await post("twilio-sms", one));
    assert.deepEqual([statuses[0], statuses.at(-1)], [404, 429]);
    const again = await countOperations(1, () => post("twilio-sms", made[0] ?? ""));
    assert.equal(again.reads, 0);
    assert.equal(await message(), 200);
  });

  it("do not hide a channel that was added a moment ago", async () => {
    assert.equal(await isListed(workspaceId, "second"), false);
    assert.equal(await isListed(workspaceId, "third"), false);
    const [account] = twilioAccounts();
    const at = new Date();
    await channelsOf(workspaceId)
      .doc("fourth")
      .set({ ...account, name: "fourth", createdAt: at, updatedAt: at });
    assert.equal(await isListed(workspaceId, "fourth"), true);
  });
});
