import assert from "node:assert/strict";
import {
  type EventType,
  eventTypes,
  type IdentityEvent,
  type MessageEvent,
  type StatusEvent,
  ToldEvent,
} from "@hilo/schema";
import type { Doer } from "../../functions/src/audit/audit.ts";
import { type Connection, connectionOf } from "../../functions/src/channels/connections.ts";
import { freeConversations } from "../../functions/src/conversations/absent.ts";
import { setPriority, setStatus, snooze } from "../../functions/src/conversations/desk.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { eventsOf } from "../../functions/src/events/store.ts";
import { tell } from "../../functions/src/events/tell.ts";
import { recordChange } from "../../functions/src/inbound/changes.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { recordRename } from "../../functions/src/inbound/renames.ts";
import { leadOf } from "../../functions/src/leads/store.ts";
import { giveUp } from "../../functions/src/outbound/delivery.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { start } from "../../functions/src/outbound/start.ts";
import { recordStatus, recordWatermark } from "../../functions/src/outbound/statuses.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { commit, db, read } from "../../functions/src/platform/firestore.ts";
import { proofFor } from "../../functions/src/providers/message-proof.ts";
import { forgetSettings } from "../../functions/src/settings/settings.ts";
import { settingsAt } from "../../functions/src/settings/store.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { countOperations } from "../bench/support/operations.ts";
import { leadIn } from "../support/known-person.ts";
import { outboundMessage } from "./outbound.ts";
import { connected } from "./voices/connected.ts";
import { telegram } from "./voices/telegram.ts";
import { firstAt } from "./voices/voice.ts";
import { twilioAccounts } from "./workspace.ts";

const { channelId } = telegram;
const all = Object.keys(eventTypes).sort() as EventType[];

describe("what other systems are told", () => {
  let connection: Connection;
  let workspaceId: string;

  async function open(subscribed: readonly EventType[]): Promise<void> {
    workspaceId = await connected(telegram, twilioAccounts(["sms"]));
    connection = (await connectionOf(workspaceId, channelId)) ?? assert.fail();
    await settingsAt(workspaceId).update({ events: subscribed });
    forgetSettings();
  }

  const doer = (): Doer => ({
    ...{ type: "member", id: "admin", name: "Admin", requestId: "r", ip: "" },
    workspaceId,
  });
  const idOf = (address: string) => hash(channelId, address);

  function letter(address: string, serial: number, more: Partial<MessageEvent> = {}): MessageEvent {
    const at = firstAt + serial * 1000;
    const base = { type: "message", externalId: `${address}:${serial}`, at, text: "hola" } as const;
    return { ...base, kind: "text", files: [], sender: { address }, ...more };
  }

  let serial = 10;
  const next = () => {
    serial += 1;
    return serial;
  };

  /** A message, and what follows from it. */
  async function write(address: string, serial: number): Promise<void> {
    await receive(connection, letter(address, serial));
    await follow(idOf(address), hash(channelId, `${address}:${serial}`));
  }

  async function follow(conversationId: string, messageId: string): Promise<void> {
    const doc = await messageOf(workspaceId, conversationId, messageId).get();
    await onMessageCreated({ workspaceId, conversationId, messageId }, doc);
  }

  /** A message of ours that is on its way. */
  async function underWay(messageId = newId()) {
    const conversationId = idOf("7");
    const message = { ...outboundMessage(), status: "sending", dueAt: new Date(0) };
    await messageOf(workspaceId, conversationId, messageId).set(message);
    return { workspaceId, conversationId, messageId };
  }

  async function report(
    ids: Awaited<ReturnType<typeof underWay>>,
    status: StatusEvent["status"],
    at: number,
  ): Promise<void> {
    const message = { ...ids, mark: proofFor(connection, ids) };
    const told = { type: "status", externalId: "x", at, status, message } as const;
    assert.equal(await recordStatus(connection, told), "recorded");
  }

  async function toldOf(type?: EventType): Promise<ToldEvent[]> {
    const { docs } = await eventsOf(workspaceId).get();
    const events = docs.map((doc) => read(ToldEvent, doc) ?? assert.fail());
    return type ? events.filter((event) => event.type === type) : events;
  }

  async function beginElsewhere(): Promise<void> {
    await receive(connection, letter("7", 2, { echo: true }));
    const message = { messageId: newId(), kind: "text", text: "Hola", to: "+56911110009" } as const;
    await start(doer(), "twilio-sms", message);
  }

  /** Two turn out to be one: their conversation, contact and lead go into the other's. */
  async function unite(was: string, address: string): Promise<void> {
    await write(was, 1);
    await write(address, 2);
    const at = firstAt;
    const told: IdentityEvent = {
      ...{ type: "identity", externalId: `moved:${was}`, at, was },
      sender: { address },
    };
    assert.equal(await recordRename(connection, told), "recorded");
  }

  async function exchange(): Promise<void> {
    await write("7", 1);
    await send(doer(), idOf("7"), { messageId: newId(), kind: "text", text: "Claro" });
    const about = { sender: { address: "7" }, target: "7:1", at: firstAt + 9000 };
    const change = { kind: "edit", text: "corregido" } as const;
    await recordChange(connection, { type: "change", externalId: "e", ...about, change });
    for (const status of ["sent", "delivered", "read", "failed"] as const)
      await report(await underWay(), status, firstAt);
    const { conversationId, messageId } = await underWay();
    await giveUp(workspaceId, conversationId, messageId);
    await setPriority(doer(), idOf("7"), "high");
  }

  it("is nothing, and costs nothing, while nobody has subscribed", async () => {
    await open([]);
    await exchange();
    const known = await countOperations(3, () => receive(connection, letter("7", next())));
    assert.deepEqual(known, { reads: 0, writes: 3, rpcs: 1 });
    assert.deepEqual(await toldOf(), []);
  });

  it("costs one write, in the commit that makes it true", async () => {
    await open(["message.received"]);
    await receive(connection, letter("7", 1));
    const known = await countOperations(3, () => receive(connection, letter("7", next())));
    assert.deepEqual(known, { reads: 0, writes: 4, rpcs: 1 });
  });

  it("is only what somebody has subscribed to", async () => {
    await open(["message.sent"]);
    await exchange();
    assert.deepEqual([...new Set((await toldOf()).map(({ type }) => type))], ["message.sent"]);
  });

  it("is everything, in the shape of its type, to who has subscribed to everything", async () => {
    await open(all);
    await exchange();
    await beginElsewhere();
    await unite("-1", "-2");
    await follow(idOf("-1"), hash(channelId, "-2:2"));
    await write("-3", 1);
    await write("-4", 2);
    const lead = (await leadIn(workspaceId, idOf("-4"))) ?? assert.fail();
    await leadOf(workspaceId, lead.id).update({ touched: true });
    await unite("-3", "-4");
    await follow(idOf("-3"), hash(channelId, "-4:2"));
    await receive(connection, letter("8", 1, { sender: { address: "8", phone: "+56911110008" } }));
    await follow(idOf("8"), hash(channelId, "8:1"));
    const told = await toldOf();
    for (const { type, data, at, expiresAt } of told) {
      const { data: shape } = eventTypes[type as EventType];
      assert.deepEqual(shape.parse(data), data, type);
      assert.equal(expiresAt.getTime() - at.getTime(), 30 * 24 * 60 * 60 * 1000);
    }
    assert.deepEqual([...new Set(told.map(({ type }) => type))].sort(), all);
  });

  it("names the message and the conversation, and holds nothing of what was written", async () => {
    await open(["message.received"]);
    await receive(connection, letter("7", 1));
    const [event] = await toldOf();
    const about = { conversationId: idOf("7"), messageId: hash(channelId, "7:1") };
    assert.deepEqual([event?.about, event?.data], [about, { kind: "text" }]);
  });

  it("is told once of a message that comes twice", async () => {
    await open(all);
    assert.equal(await receive(connection, letter("7", 1)), "recorded");
    assert.equal(await receive(connection, letter("7", 1)), "duplicate");
    assert.equal((await toldOf("message.received")).length, 1);
    assert.equal((await toldOf("conversation.created")).length, 1);
  });

  it("is told once of a status that comes twice, which is written both times", async () => {
    await open(all);
    await receive(connection, letter("7", 1));
    const ids = await underWay();
    await report(ids, "delivered", firstAt + 5000);
    await report(ids, "delivered", firstAt + 2000);
    const message = await messageOf(workspaceId, ids.conversationId, ids.messageId).get();
    assert.equal(message.get("statusAt.delivered"), firstAt + 2000);
    assert.equal((await toldOf("message.delivered")).length, 1);
  });

  it("is told of each message that a watermark covers, once", async () => {
    await open(all);
    await receive(connection, letter("7", 1));
    const ids = [await underWay(), await underWay()];
    for (const one of ids) await report(one, "sent", firstAt);
    const mark = { type: "watermark", sender: { address: "7" }, status: "read" } as const;
    const until = Date.now() + 1000;
    assert.equal(await recordWatermark(connection, { ...mark, until }), "recorded");
    assert.equal(await recordWatermark(connection, { ...mark, until }), "ignored");
    const read = (await toldOf("message.read")).map(({ about }) => about.messageId);
    assert.deepEqual(read.sort(), ids.map(({ messageId }) => messageId).sort());
  });

  it("is told of what the house does by itself at the desk", async () => {
    await open(["conversation.updated"]);
    await receive(connection, letter("7", 1));
    await conversationsOf(workspaceId).doc(idOf("7")).update({ assigneeId: "gone" });
    await freeConversations(workspaceId, "gone", "Temporal");
    await snooze(doer(), idOf("7"), null);
    await setStatus(doer(), idOf("7"), "open");
    await setStatus(doer(), idOf("7"), "open");
    const told = (await toldOf()).map(({ data }) => String(data.changed));
    const desk = "status,snoozedUntil";
    assert.deepEqual(told.sort(), ["assigneeId", desk, desk].sort());
  });

  it("fails a commit of what was told before, all of which was done", async () => {
    await open(["lead.created"]);
    const telling = {
      workspaceId,
      type: "lead.created",
      source: "s",
      about: {},
      data: {},
    } as const;
    const once = async () => {
      const batch = db().batch();
      await tell(batch, telling);
      return commit(batch);
    };
    assert.deepEqual([await once(), await once()], ["written", "exists"]);
  });
});
