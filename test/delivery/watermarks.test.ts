import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { stateOf } from "../../functions/src/conversations/message-state.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { deliver } from "../../functions/src/outbound/delivery.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { tagOf } from "../../functions/src/providers/meta-tag.ts";
import { pageEcho, pageEvent } from "../functions/providers/meta/samples.ts";
import { outboundMessage } from "./outbound.ts";
import { startWebhooks, type Webhooks } from "./server.ts";
import { connected } from "./voices/connected.ts";
import { messenger } from "./voices/pages.ts";

const conversationId = hash("messenger", "3141");

describe("a watermark that overtakes the answer of a send", () => {
  let webhooks: Webhooks;
  let workspaceId: string;
  const at = Date.now();

  before(async () => {
    webhooks = await startWebhooks();
  });
  after(() => webhooks.stop());
  beforeEach(async () => {
    workspaceId = await connected({ ...messenger, settings: { pageId: "7788" } });
    await post(pageEvent({ message: { mid: "m_1", text: "hola" } }));
    await message().set({ ...outboundMessage(), providerAt: at - 1000 });
  });

  const message = () => messageOf(workspaceId, conversationId, "ours");

  async function post(content: object): Promise<void> {
    const body = JSON.stringify(content);
    const digest = createHmac("sha256", String(messenger.credentials.appSecret)).update(body);
    const headers = {
      "content-type": "application/json",
      "x-hub-signature-256": `sha256=${digest.digest("hex")}`,
    };
    const url = `${process.env.PUBLIC_BASE_URL}/webhooks/meta/${workspaceId}`;
    const response = await fetch(url, { method: "POST", headers, body });
    await response.arrayBuffer();
    assert.equal(response.status, 200);
  }

  const state = () => stateOf(workspaceId, conversationId, "ours");
  const statusNow = async () => (await state()).status;

  const told = { read: () => pageEvent({ read: { watermark: at } }) };
  const answered = () => {
    const metadata = tagOf({
      workspaceId,
      channelId: "messenger",
      conversationId,
      messageId: "ours",
    });
    return pageEcho({ mid: "m_o", text: "Hola", app_id: 1, metadata });
  };

  it("holds once the message is known to be sent", async () => {
    await post(pageEvent({ delivery: { watermark: at } }));
    await post(told.read());
    assert.equal(await statusNow(), "sending");
    await post(answered());
    assert.equal(await statusNow(), "read");
    assert.equal((await state()).statusAt.read, at);
  });

  it("says nothing of a message that was not handed over yet", async () => {
    await message().update({ status: "queued" });
    await post(told.read());
    await post(answered());
    assert.equal(await statusNow(), "sent");
  });

  it("says nothing of a message that was refused", async () => {
    await message().update({ status: "queued", told: { read: at } });
    await conversationsOf(workspaceId).doc(conversationId).update({ optedOut: true });
    await deliver(workspaceId, conversationId, "ours");
    assert.equal(await statusNow(), "failed");
    assert.equal((await message().get()).get("told"), undefined);
  });
});
