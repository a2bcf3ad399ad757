import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { Conversation, DeadLetter, dayOf } from "@hilo/schema";
import { forgetConnections, secretContext } from "../../functions/src/channels/connections.ts";
import { channelsOf, secretOf } from "../../functions/src/channels/store.ts";
import { conversationsOf } from "../../functions/src/conversations/store.ts";
import { deadLettersOf } from "../../functions/src/dead-letters/store.ts";
import { hash, seal } from "../../functions/src/platform/crypto.ts";
import { read, workspace } from "../../functions/src/platform/firestore.ts";
import { countOperations } from "../bench/support/operations.ts";
import { during } from "../support/during.ts";
import { startWebhooks } from "./server.ts";
import { connected } from "./voices/connected.ts";
import { metaWhatsapp } from "./voices/meta-whatsapp.ts";
import { firstAt } from "./voices/voice.ts";

type Json = Record<string, unknown>;

describe("a signed body that no provider should send", () => {
  during(startWebhooks);
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await connected(metaWhatsapp);
  });

  async function post(changes: unknown[]): Promise<number> {
    const body = JSON.stringify({
      object: "whatsapp_business_account",
      entry: [{ id: metaWhatsapp.settings.accountId, changes }],
    });
    const secret = metaWhatsapp.credentials.appSecret ?? "";
    const digest = createHmac("sha256", secret).update(body).digest("hex");
    const answer = await fetch(`${process.env.PUBLIC_BASE_URL}/webhooks/meta/${workspaceId}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${digest}` },
      body,
    });
    return answer.status;
  }

  const { phoneNumberId: phone_number_id } = metaWhatsapp.settings;
  const messages = (list: Json[]) => ({
    field: "messages",
    value: { metadata: { phone_number_id }, messages: list },
  });
  const text = (serial: number, more: Json = {}): Json => ({
    id: `wamid.${serial}`,
    from: `5691${String(1_000_000 + serial)}`,
    timestamp: String(firstAt / 1000),
    type: "text",
    text: { body: "hola" },
    ...more,
  });
  const conversation = async (serial: number) => {
    const id = hash(metaWhatsapp.channelId, `+5691${String(1_000_000 + serial)}`);
    return read(Conversation, await conversationsOf(workspaceId).doc(id).get()) ?? assert.fail();
  };

  for (const [when, timestamp] of [
    ["of another century", "99999999999"],
    ["at the end of time", "8640000000000"],
    ["of 1970", "1"],
    ["that is no number", "NaN"],
  ] as const)
    it(`with a time ${when} is taken as of now`, async () => {
      const before = Date.now();
      assert.equal(await post([messages([text(1, { timestamp })])]), 200);
      const { lastInboundAt, waitingSince, replyUntil } = await conversation(1);
      for (const at of [lastInboundAt, waitingSince, (replyUntil ?? 0) - 24 * 60 * 60 * 1000])
        assert.ok(at !== null && at >= before && at <= Date.now(), `${at}`);
      const { docs } = await workspace(workspaceId).collection("stats").get();
      const today = dayOf(before, "America/Santiago");
      assert.ok(docs.every(({ id }) => id.startsWith(today)));
    });

  it("of hundreds of unknown parts is one dead letter, written once", async () => {
    const odd = Array.from({ length: 300 }, (_, n) => ({ field: `unknown_${n}`, value: {} }));
    const { writes } = await countOperations(1, async () => assert.equal(await post(odd), 200));
    assert.equal(writes, 1);
    const { docs } = await deadLettersOf(workspaceId).get();
    assert.match(docs.map((doc) => read(DeadLetter, doc)?.reason).join(), /unknown_0/);
  });

  it("keeps each of hundreds of people's messages, some of them twice in it", async () => {
    const each = Array.from({ length: 300 }, (_, n) => text(n));
    const contacts = Array.from({ length: 300 }, (_, n) => ({ wa_id: String(n), profile: {} }));
    const change = messages([...each, ...each.slice(0, 20), { ...text(0), id: "wamid.more" }]);
    Object.assign(change.value, { contacts });
    assert.equal(await post([change, change]), 200);
    assert.equal((await conversationsOf(workspaceId).get()).size, 300);
    const [first, second] = [await conversation(0), await conversation(1)];
    assert.deepEqual([first.unread, second.unread], [2, 1]);
  });

  it("that names no account where there are several is for none of them", async () => {
    const change = messages([text(1)]);
    Object.assign(change.value, { metadata: {} });
    assert.equal(await post([change]), 200);
    assert.equal((await conversation(1)).unread, 1);
    const { channelId } = metaWhatsapp;
    const [one, secret] = await Promise.all([
      channelsOf(workspaceId).doc(channelId).get(),
      secretOf(workspaceId, channelId).get(),
    ]);
    assert.ok(secret.exists);
    const settings = { ...metaWhatsapp.settings, phoneNumberId: "777" };
    await channelsOf(workspaceId)
      .doc("another")
      .set({ ...one.data(), settings });
    const sealed = seal(metaWhatsapp.credentials, secretContext(workspaceId, "another"));
    await secretOf(workspaceId, "another").set({ ...secret.data(), sealed });
    forgetConnections();
    Object.assign(change.value, { messages: [text(2)] });
    assert.equal(await post([change]), 200);
    assert.equal((await conversationsOf(workspaceId).get()).size, 1);
    const { docs } = await deadLettersOf(workspaceId).get();
    assert.match(docs.map((doc) => read(DeadLetter, doc)?.reason).join(), /not connected/);
  });
});
