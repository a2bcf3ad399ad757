import assert from "node:assert/strict";
import { Conversation, Message, type MessageEvent, type Turn } from "@hilo/schema";
import type { Doer } from "../../functions/src/audit/audit.ts";
import { type Connection, connectionOf } from "../../functions/src/channels/connections.ts";
import { claim } from "../../functions/src/conversations/claim.ts";
import {
  assign,
  setPriority,
  setStatus,
  setTags,
  snooze,
} from "../../functions/src/conversations/desk.ts";
import { addNote } from "../../functions/src/conversations/notes.ts";
import { markRead } from "../../functions/src/conversations/reading.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { recordEcho } from "../../functions/src/inbound/echoes.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { dispatch } from "../../functions/src/outbound/door.ts";
import { dropEcho } from "../../functions/src/outbound/own-echo.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { db, read } from "../../functions/src/platform/firestore.ts";
import { memberAt } from "../../functions/src/users/store.ts";
import { connected } from "./voices/connected.ts";
import { webchat } from "./voices/webchat.ts";

const { channelId } = webchat;
const address = "visitor:one";
const conversationId = hash(channelId, address);
const about = { requestId: "test", ip: "127.0.0.1" };

describe("the turn of a conversation", () => {
  let connection: Connection;
  let workspaceId: string;

  const who = (type: Doer["type"] = "member"): Doer => ({
    type,
    id: "ana",
    name: "Ana",
    workspaceId,
    ...about,
  });
  const place = () => conversationsOf(workspaceId).doc(conversationId);
  const now = async () => read(Conversation, await place().get()) ?? assert.fail();
  const turn = async () => (await now()).turn;
  const text = (messageId = newId()) => ({ messageId, kind: "text" as const, text: "Claro" });

  function event(externalId = newId()): MessageEvent {
    const told = { type: "message" as const, externalId, at: null, sender: { address } };
    return { ...told, kind: "text", text: "hola", files: [] };
  }

  beforeEach(async () => {
    workspaceId = await connected(webchat);
    connection = (await connectionOf(workspaceId, channelId)) ?? assert.fail();
    await memberAt(workspaceId, "ana").set({
      name: "Ana",
      email: "ana@hilo.test",
      role: "agent",
      enabled: true,
      language: "es",
      timeZone: "UTC",
      createdAt: new Date(),
      updatedAt: new Date(),
    });
    await receive(connection, event());
  });

  it("is nobody's to begin with, and stays so while the customer writes", async () => {
    await receive(connection, event());
    const { owner, version, why } = await turn();
    assert.deepEqual([owner, version, why], ["none", 0, "begun"]);
  });

  const takes: [what: Turn["why"], act: () => Promise<unknown>][] = [
    ["send", () => send(who(), conversationId, text())],
    ["claim", () => claim(who(), conversationId, {})],
    ["assigned", () => assign(who(), conversationId, "ana")],
    [
      "note",
      () => addNote(who(), conversationId, { messageId: newId(), text: "Yo", takeOver: true }),
    ],
    ["echo", () => recordEcho(connection, { ...event(), echo: true })],
  ];
  for (const [why, act] of takes) {
    it(`is a person's by: ${why}`, async () => {
      const before = Date.now();
      await act();
      const { since, ...taken } = await turn();
      assert.deepEqual(taken, { owner: "human", version: 1, why });
      assert.ok(since >= before && since <= Date.now());
    });

    it(`makes a whole of the word that it was before: ${why}`, async () => {
      await place().update({ turn: "human" });
      await act();
      assert.deepEqual((await place().get()).get("turn"), {
        owner: "human",
        version: 1,
        since: 0,
        why: "earlier",
      });
    });
  }

  it("is theirs since their first act, each of which is told by its version", async () => {
    await claim(who(), conversationId, {});
    const first = await turn();
    await send(who(), conversationId, text());
    assert.deepEqual(await turn(), { ...first, version: 2 });
  });

  const service = { purpose: "service", author: { id: "x", name: "X" } } as const;
  const leaves: [what: string, act: () => Promise<unknown>][] = [
    ["a note", () => addNote(who(), conversationId, { messageId: newId(), text: "Ojo" })],
    ["reading", () => markRead(who(), conversationId, undefined)],
    ["a tag", () => setTags(who(), conversationId, ["vip"])],
    ["a priority", () => setPriority(who(), conversationId, "high")],
    ["a status", () => setStatus(who(), conversationId, "waiting")],
    ["snoozing", () => snooze(who(), conversationId, null)],
    ["giving a claim back", () => claim(who(), conversationId, { release: true })],
    ["an API key that sends", () => send(who("apiKey"), conversationId, text())],
    ["an API key that assigns", () => assign(who("apiKey"), conversationId, "ana")],
    ["an API key that claims", () => claim(who("apiKey"), conversationId, {})],
    [
      "what answers by itself",
      async () => {
        const conversation = await now();
        const still = { exists: true };
        await dispatch({
          ...service,
          author: { ...service.author, type: "responder" },
          workspaceId,
          channelId,
          line: place().path,
          message: text(),
          findTarget: async () => ({ conversationId, conversation, still }),
        });
      },
    ],
    [
      "what was written before the channel",
      () => recordEcho(connection, { ...event(), echo: true, past: true }),
    ],
  ];
  for (const [what, act] of leaves)
    it(`is moved by no such thing: ${what}`, async () => {
      const before = await turn();
      await act();
      assert.deepEqual(await turn(), before);
    });

  it("is not taken anew by whoever renews a claim", async () => {
    await claim(who(), conversationId, {});
    await claim(who(), conversationId, {});
    assert.equal((await turn()).version, 1);
  });

  for (const status of ["resolved", "closed"] as const)
    it(`is nobody's any more when it is ${status}`, async () => {
      await send(who(), conversationId, text());
      await setStatus(who("apiKey"), conversationId, status);
      const { owner, version, why } = await turn();
      assert.deepEqual([owner, version, why], ["none", 2, "over"]);
    });

  it("is a person's where they begin the conversation elsewhere", async () => {
    const sender = { address: "visitor:two" };
    await recordEcho(connection, { ...event(), sender, echo: true });
    const ref = conversationsOf(workspaceId).doc(hash(channelId, sender.address));
    const { owner, version, why } = read(Conversation, await ref.get())?.turn ?? assert.fail();
    assert.deepEqual([owner, version, why], ["human", 1, "echo"]);
  });

  describe("that an echo took which was our own message", () => {
    const bot: Turn = { owner: "bot", version: 7, since: 5, why: "begun" };
    const externalId = "ours";
    const twin = () => messageOf(workspaceId, conversationId, hash(channelId, externalId));
    const echo = (of = externalId) => recordEcho(connection, { ...event(of), echo: true });
    const drop = () =>
      db().runTransaction(async (transaction) => {
        const found = await transaction.get(twin());
        const conversation = await now();
        const message = read(Message, found) ?? assert.fail();
        const ids = { workspaceId, conversationId, messageId: "m" };
        await dropEcho(transaction, found, { ...ids, message, conversation });
      });

    beforeEach(() => place().update({ turn: bot }));

    it("goes back to whose it was", async () => {
      await echo();
      assert.equal((await turn()).owner, "human");
      await drop();
      assert.deepEqual(await turn(), { ...bot, version: 9 });
    });

    it("stays a person's where one acted since", async () => {
      await echo();
      await claim(who(), conversationId, {});
      const { version } = await turn();
      await drop();
      const { owner, ...left } = await turn();
      assert.deepEqual([owner, left.version], ["human", version]);
    });

    it("stays a person's where another echo was theirs, in whatever order", async () => {
      await Promise.all([echo(), echo("theirs")]);
      await drop();
      assert.equal((await turn()).owner, "human");
    });
  });
});
