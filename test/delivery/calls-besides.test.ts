import assert from "node:assert/strict";
import { Message } from "@hilo/schema";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { conversationsOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { sampleBody } from "../functions/providers/twilio/samples.ts";
import { during } from "../support/during.ts";
import { startWebhooks } from "./server.ts";
import { freshWorkspace } from "./workspace.ts";

describe("what Twilio finds out besides a call's steps", () => {
  const webhooks = during(startWebhooks);
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await freshWorkspace();
    await channelsOf(workspaceId).doc("twilio-sms").update({ platform: "voice" });
  });

  const post = (name: string, changes: Record<string, string> = {}) =>
    webhooks.post(`/webhooks/twilio/${workspaceId}/twilio-sms`, {
      ...sampleBody(name),
      ...changes,
    });

  async function entries() {
    const { docs } = await conversationsOf(workspaceId).get();
    const all = await Promise.all(docs.map((doc) => messagesOf(workspaceId, doc.id).get()));
    return all.flatMap((one) => one.docs).map((doc) => read(Message, doc) ?? assert.fail());
  }

  it("ends up on the call's one entry, whatever comes twice", async () => {
    const CallSid = "CA00000000000000000000000000000001";
    for (const _ of [1, 2]) {
      await post("voice_status_ringing", { CallSid });
      await post("amd_status", { CallSid });
      await post("recording_status_completed", { CallSid });
      await post("voice_inbound_status_completed", {
        CallSid,
        Direction: "outbound-api",
        From: "+15550100001",
        To: "+15550100002",
        SequenceNumber: "3",
      });
    }
    const [entry, ...others] = await entries();
    assert.deepEqual(others, []);
    assert.equal(entry?.call?.state, "completed");
    assert.equal(entry?.call?.answeredBy, "machine");
    assert.equal(entry?.call?.durationMs, 83_000);
    assert.equal(entry?.attachments.length, 1);
  });

  it("waits for the call when it overtakes the call's own report", async () => {
    const CallSid = "CA00000000000000000000000000000002";
    const overtaking = post("recording_status_completed", { CallSid });
    await post("voice_status_ringing", { CallSid });
    assert.equal(await overtaking, 200);
    const [entry] = await entries();
    assert.equal(entry?.attachments.length, 1);
  });

  it("is kept for a person to look at while nobody knows the call", async () => {
    assert.equal(await post("recording_status_completed"), 200);
    assert.deepEqual(await entries(), []);
  });
});
