import assert from "node:assert/strict";
import { Conversation, type MessageEvent } from "@hilo/schema";
import { type Connection, connectionOf } from "../../functions/src/channels/connections.ts";
import { conversationsOf, messageOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { recordChange } from "../../functions/src/inbound/changes.ts";
import { recordEcho } from "../../functions/src/inbound/echoes.ts";
import { recordPast } from "../../functions/src/inbound/past.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read, workspace } from "../../functions/src/platform/firestore.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import "./addresses.ts";
import { connected } from "./voices/connected.ts";
import { metaWhatsapp } from "./voices/meta-whatsapp.ts";
import { firstAt } from "./voices/voice.ts";

const { channelId } = metaWhatsapp;
const address = "+16505551234";
const conversationId = hash(channelId, address);

describe("what was written elsewhere", () => {
  let connection: Connection;
  let workspaceId: string;

  beforeEach(async () => {
    workspaceId = await connected(metaWhatsapp);
    connection = (await connectionOf(workspaceId, channelId)) ?? assert.fail();
  });

  const eventAt = (second: number, more: Partial<MessageEvent> = {}): MessageEvent => ({
    type: "message",
    externalId: `w${second}${more.echo ? "e" : ""}`,
    at: firstAt + second * 1000,
    sender: { address, phone: address },
    kind: "text",
    text: `m${second}`,
    files: [],
    ...more,
  });

  const react = async (externalId: string) => {
    const messageId = hash(channelId, externalId);
    const doc = await messageOf(workspaceId, conversationId, messageId).get();
    await onMessageCreated({ workspaceId, conversationId, messageId }, doc);
  };

  const tell = async (event: MessageEvent) => {
    const record = event.past ? recordPast : event.echo ? recordEcho : receive;
    await record(connection, event);
    await react(event.externalId);
  };
  const theirs = (second: number) => tell(eventAt(second));
  const ours = (second: number) => tell(eventAt(second, { echo: true }));
  const past = (second: number, more: Partial<MessageEvent> = {}) =>
    tell(eventAt(second, { past: true, ...more }));

  const now = async () =>
    read(Conversation, await conversationsOf(workspaceId).doc(conversationId).get()) ??
    assert.fail();
  const second = (at: number | null) => (at === null ? null : (at - firstAt) / 1000);
  const waits = async () => {
    const { waitingSince, unread, firstResponseAt } = await now();
    return [second(waitingSince), unread, second(firstResponseAt)];
  };

  const orders: [name: string, steps: (() => Promise<void>)[], want: unknown[]][] = [
    ["an answer", [() => theirs(1), () => ours(2)], [null, 0, 2]],
    ["an answer that is told first", [() => ours(2), () => theirs(1)], [null, 0, 2]],
    [
      "one that does not answer the last",
      [() => theirs(1), () => theirs(3), () => ours(2)],
      [3, 1, 2],
    ],
    ["the same, told backwards", [() => ours(2), () => theirs(3), () => theirs(1)], [3, 1, 2]],
    ["the same, crossed", [() => theirs(3), () => ours(2), () => theirs(1)], [3, 1, 2]],
    ["an answer within the second", [() => ours(1), () => theirs(1)], [null, 0, 1]],
    [
      "several answers, the first told last",
      [() => theirs(1), () => ours(5), () => ours(3)],
      [null, 0, 3],
    ],
    ["what answers nothing", [() => ours(1), () => theirs(2)], [2, 1, null]],
    [
      "a first message told last",
      [() => ours(3), () => theirs(2), () => ours(1), () => theirs(0)],
      [null, 0, 1],
    ],
  ];
  for (const [name, steps, want] of orders)
    it(`is an answer, whatever comes first: ${name}`, async () => {
      for (const step of steps) await step();
      assert.deepEqual(await waits(), want);
    });

  it("is seen by who answers there, and maybe not by who answers here", async () => {
    await theirs(1);
    const doer = { type: "member", id: "agent", name: "Agent", requestId: "r", ip: "" } as const;
    const text = { messageId: newId(), kind: "text" as const, text: "Sí" };
    await send({ ...doer, workspaceId }, conversationId, text);
    assert.deepEqual((await waits()).slice(0, 2), [null, 0]);
    await theirs(2);
    assert.deepEqual((await waits()).slice(0, 2), [null, 1]);
  });

  describe("before the channel was connected", () => {
    const shape = async () => {
      const { status, unread, waitingSince, inboundCount, preview, leadId } = await now();
      return [status, unread, waitingSince, inboundCount, preview.text, leadId !== null];
    };

    it("stands in its thread, and calls nobody", async () => {
      await past(2);
      await past(1, { echo: true });
      await past(3);
      assert.deepEqual(await shape(), ["resolved", 0, null, 2, "m3", false]);
      const leads = await workspace(workspaceId).collection("leads").get();
      assert.equal(leads.size, 0);
      await theirs(9);
      assert.deepEqual(await shape(), ["open", 1, firstAt + 9000, 3, "m9", true]);
    });

    it("leaves alone who waits and what is shown", async () => {
      await theirs(5);
      await past(1);
      await past(2, { echo: true });
      assert.deepEqual(await shape(), ["open", 1, firstAt + 5000, 2, "m5", true]);
      await conversationsOf(workspaceId)
        .doc(conversationId)
        .update({ status: "resolved", unread: 0, waitingSince: null });
      await past(3);
      assert.deepEqual((await shape()).slice(0, 3), ["resolved", 0, null]);
    });

    it("takes in the file that is told later, once", async () => {
      await past(1, { kind: "unsupported", text: "" });
      const files = [{ source: "99001", type: "image/jpeg" }];
      const file = eventAt(1, { past: true, kind: "image", text: "mira", files });
      assert.equal(await recordPast(connection, file), "recorded");
      assert.equal(await recordPast(connection, file), "duplicate");
      const { docs } = await messagesOf(workspaceId, conversationId).get();
      assert.deepEqual(
        docs.map((doc) => [doc.get("kind"), doc.get("text"), doc.get("attachments").length]),
        [["image", "mira", 1]],
      );
      assert.equal((await now()).preview.text, "mira");
    });
  });

  it("and edited before it is told shows in the list as it is now", async () => {
    await theirs(1);
    await recordChange(connection, {
      type: "change",
      externalId: "edit",
      at: firstAt + 9000,
      sender: { address },
      target: "w2e",
      change: { kind: "edit", text: "corregido" },
    });
    await recordEcho(connection, eventAt(2, { echo: true }));
    assert.equal((await now()).preview.text, "corregido");
  });
});
