import assert from "node:assert/strict";
import type { MessageEvent } from "@hilo/schema";
import type { Doer } from "../../functions/src/audit/audit.ts";
import { type Connection, connectionOf } from "../../functions/src/channels/connections.ts";
import { conversationsOf, messageOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { recordChange } from "../../functions/src/inbound/changes.ts";
import { recordEcho } from "../../functions/src/inbound/echoes.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { countedIn } from "../support/counted.ts";
import { connected } from "./voices/connected.ts";
import { webchat } from "./voices/webchat.ts";

// On a web chat a message's id is the provider's, so that its echo can be made up beforehand.

describe("an echo of what Hilo sent, without a sign of that", () => {
  const { channelId } = webchat;
  const address = "visitor:one";
  const conversationId = hash(channelId, address);
  let connection: Connection;
  let workspaceId: string;
  let messageId: string;

  beforeEach(async () => {
    workspaceId = await connected(webchat);
    connection = (await connectionOf(workspaceId, channelId)) ?? assert.fail();
    messageId = newId();
    await receive(connection, event(newId()));
  });

  function event(externalId: string): MessageEvent {
    const about = { type: "message" as const, externalId, at: null, sender: { address } };
    return { ...about, kind: "text", text: "hola", files: [] };
  }

  const echo = () => recordEcho(connection, { ...event(messageId), echo: true });

  async function answer(): Promise<void> {
    const about = { workspaceId, requestId: "test", ip: "127.0.0.1" };
    const doer: Doer = { type: "member", id: "agent", name: "Agent", ...about };
    await send(doer, conversationId, { messageId, kind: "text", text: "Claro" });
  }

  async function shown(): Promise<unknown> {
    const conversation = await conversationsOf(workspaceId).doc(conversationId).get();
    return conversation.get("preview.text");
  }

  async function assertOnce(): Promise<void> {
    const { docs } = await messagesOf(workspaceId, conversationId).get();
    const ours = docs.filter((doc) => doc.get("direction") === "outbound");
    assert.deepEqual(
      ours.map(({ id }) => id),
      [messageId],
    );
    assert.equal((await countedIn(workspaceId)).sent, 1);
  }

  it("adds nothing after it", async () => {
    await answer();
    assert.equal(await echo(), "duplicate");
    await assertOnce();
  });

  it("was the answer that the message itself is", async () => {
    assert.equal(await echo(), "recorded");
    const ids = { workspaceId, conversationId, messageId: hash(channelId, messageId) };
    const twin = messageOf(workspaceId, conversationId, ids.messageId);
    await onMessageCreated(ids, await twin.get());
    await answer();
    await assertOnce();
    const { responses, responseHistogram } = await countedIn(workspaceId);
    assert.deepEqual([responses, responseHistogram[0]], [1, 1]);
    const ours = await messageOf(workspaceId, conversationId, messageId).get();
    assert.equal(typeof ours.get("waitedSince"), "number");
  });

  it("gives way to it when it came first, and leaves what people did to it", async () => {
    assert.equal(await echo(), "recorded");
    const reactions = { ana: { emoji: "👍", at: 1 } };
    const twin = messageOf(workspaceId, conversationId, hash(channelId, messageId));
    await twin.update({ reactions, original: "hola", text: "corregido", editedAt: 2 });
    await answer();
    await assertOnce();
    const ours = await messageOf(workspaceId, conversationId, messageId).get();
    assert.deepEqual(ours.get("reactions"), reactions);
    assert.deepEqual([ours.get("text"), ours.get("original")], ["corregido", "hola"]);
    assert.equal(await shown(), "corregido");
    assert.equal(await echo(), "duplicate");
  });

  for (const [kind, want] of [
    ["edit", "corregido"],
    ["delete", ""],
  ] as const)
    it(`shows what it says now, when that is told before the answer to the send: ${kind}`, async () => {
      await recordChange(connection, {
        type: "change",
        externalId: "c1",
        at: Date.now(),
        sender: { address },
        target: messageId,
        change: kind === "edit" ? { kind, text: "corregido" } : { kind },
      });
      await answer();
      assert.equal(await shown(), want);
    });
});
