import assert from "node:assert/strict";
import { type ChangeEvent, Message, type MessageEvent } from "@hilo/schema";
import { type Connection, connectionOf } from "../../functions/src/channels/connections.ts";
import { conversationsOf, messageOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { bytesOf } from "../../functions/src/files/files.ts";
import { recordChange } from "../../functions/src/inbound/changes.ts";
import { recordConsent } from "../../functions/src/inbound/consent.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { samples } from "../functions/files/samples.ts";
import { during } from "../support/during.ts";
import { startWebhooks } from "./server.ts";
import { connected } from "./voices/connected.ts";
import { telegram } from "./voices/telegram.ts";
import { firstAt } from "./voices/voice.ts";
import { freshWorkspace } from "./workspace.ts";

const channelId = "twilio-whatsapp";

function letter(address: string, more: Partial<MessageEvent> = {}): MessageEvent {
  const base = { type: "message" as const, externalId: "m1", at: firstAt, kind: "text" as const };
  return { ...base, sender: { address }, text: "hola", files: [], ...more };
}

describe("what a message may not do", () => {
  let connection: Connection;
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await freshWorkspace();
    connection = (await connectionOf(workspaceId, channelId)) ?? assert.fail();
  });

  async function fileOf(address: string) {
    const ref = messageOf(workspaceId, hash(channelId, address), hash(channelId, "m1"));
    const [file] = read(Message, await ref.get())?.attachments ?? [];
    assert.equal(file?.state, "ready");
    return bytesOf(workspaceId, file?.id ?? "");
  }

  it("reach the files of a message whose id it takes", async () => {
    const first = samples["image/png"] ?? assert.fail();
    const other = samples["image/jpeg"] ?? assert.fail();
    const file = (content: Buffer, type: string) => [
      { source: "", type, name: "f", bytes: Uint8Array.from(content) },
    ];
    await receive(connection, letter("ana", { files: file(first, "image/png") }));
    await receive(connection, letter("eva", { files: file(other, "image/jpeg") }));
    assert.deepEqual(await fileOf("ana"), first);
    assert.deepEqual(await fileOf("eva"), other);
    assert.equal(
      await receive(connection, letter("ana", { files: file(other, "image/jpeg") })),
      "duplicate",
    );
    assert.deepEqual(await fileOf("ana"), first);
  });

  it("leave half a character in the list", async () => {
    await receive(connection, letter("ana", { text: `${"a".repeat(139)}😀` }));
    const conversation = await conversationsOf(workspaceId).doc(hash(channelId, "ana")).get();
    assert.ok(String(conversation.get("preview.text")).isWellFormed());
  });

  it("lead answers to somebody who only holds the reply address", async () => {
    const mail = { subject: "Cotización", references: [], to: [], cc: [] };
    await receive(connection, letter("ana@example.com", { mail }));
    const conversationId = hash(channelId, "ana@example.com");
    const later = { externalId: "m2", at: firstAt + 1000, conversationId, mail };
    await receive(connection, letter("eva@example.com", later));
    const messages = await messagesOf(workspaceId, conversationId).get();
    assert.equal(messages.size, 2);
    for (const doc of messages.docs) {
      const ids = { workspaceId, conversationId, messageId: doc.id };
      await onMessageCreated(ids, doc).catch(() => undefined);
    }
    const conversation = await conversationsOf(workspaceId).doc(conversationId).get();
    assert.equal(conversation.get("address"), "ana@example.com");
  });

  it("end somebody else's messages by a complaint", async () => {
    await receive(connection, letter("ana@example.com"));
    const conversationId = hash(channelId, "ana@example.com");
    const complaint = {
      type: "consent" as const,
      externalId: "complaint:1",
      at: null,
      sender: { address: "ana@example.com" },
      consent: "stop" as const,
    };
    const ref = conversationsOf(workspaceId).doc(conversationId);
    const forged = { ...complaint, conversationId: hash(channelId, "eva@example.com") };
    assert.equal(await recordConsent(connection, forged), "ignored");
    assert.equal((await ref.get()).get("optedOut"), false);
    assert.equal(await recordConsent(connection, { ...complaint, conversationId }), "recorded");
    assert.equal((await ref.get()).get("optedOut"), true);
  });

  it("make a waiting place grow: one change of a kind and person is kept", async () => {
    const react = (by: string, second: number): ChangeEvent => ({
      type: "change",
      externalId: `r${by}${second}`,
      at: firstAt + second * 1000,
      sender: { address: "ana" },
      target: "gone",
      change: { kind: "reaction", emoji: second % 2 ? "👍" : "", by },
    });
    for (let second = 0; second < 20; second += 1)
      await recordChange(connection, react("eva", second));
    await recordChange(connection, react("eva", 3));
    const ref = messageOf(workspaceId, hash(channelId, "ana"), hash(channelId, "gone"));
    const early = (await ref.get()).get("early");
    assert.deepEqual(early, [
      { at: firstAt + 19_000, change: { kind: "reaction", emoji: "👍", by: "eva" } },
    ]);
  });
});

describe("half a character in a provider's JSON", () => {
  during(startWebhooks);

  it("is marked as lost, and the message is kept", async () => {
    const workspaceId = await connected(telegram);
    const told = { type: "letter" as const, person: 0, serial: 1, text: "MARK", at: firstAt };
    const { path, headers, body } = await telegram.envelope(workspaceId, told);
    const broken = String(body).replace("MARK", "hola \\ud83d");
    const url = `${process.env.PUBLIC_BASE_URL}${path}`;
    const response = await fetch(url, { method: "POST", headers, body: broken });
    assert.equal(response.status, 200);
    const { docs } = await conversationsOf(workspaceId).get();
    const messages = await messagesOf(workspaceId, docs[0]?.id ?? "").get();
    assert.equal(messages.docs[0]?.get("text"), "hola \uFFFD");
  });
});
