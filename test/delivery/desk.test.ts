import assert from "node:assert/strict";
import type { Conversation, Member, MessageEvent } from "@hilo/schema";
import { type Connection, connectionOf } from "../../functions/src/channels/connections.ts";
import { assign, snooze } from "../../functions/src/conversations/desk.ts";
import { addNote } from "../../functions/src/conversations/notes.ts";
import { markRead, markUnread } from "../../functions/src/conversations/reading.ts";
import { conversationsOf, linesOf, messageOf } from "../../functions/src/conversations/store.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { sweep } from "../../functions/src/outbound/sweep.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { onMemberUpdated, onMessageCreated } from "../../functions/src/triggers.ts";
import { memberAt } from "../../functions/src/users/store.ts";
import { connected } from "./voices/connected.ts";
import { telegram } from "./voices/telegram.ts";
import { firstAt } from "./voices/voice.ts";

const { channelId } = telegram;

describe("at the desk", () => {
  let connection: Connection;
  let workspaceId: string;

  beforeEach(async () => {
    workspaceId = await connected(telegram);
    connection = (await connectionOf(workspaceId, channelId)) ?? assert.fail();
  });

  const doer = () =>
    ({ type: "member", id: "admin", name: "Admin", workspaceId, requestId: "r", ip: "" }) as const;
  const idOf = (address: string) => hash(channelId, address);
  const place = (address: string) => conversationsOf(workspaceId).doc(idOf(address));
  const now = async (address: string) => (await place(address).get()).data() as Conversation;

  const write = async (address: string, serial: number, more: Partial<MessageEvent> = {}) => {
    const externalId = `${address}:${serial}`;
    const at = firstAt + serial * 1000;
    const event = { type: "message" as const, externalId, at, kind: "text" as const, files: [] };
    await receive(connection, { ...event, sender: { address }, text: "hola", ...more });
    const messageId = hash(channelId, externalId);
    const doc = await messageOf(workspaceId, idOf(address), messageId).get();
    await onMessageCreated({ workspaceId, conversationId: idOf(address), messageId }, doc);
  };

  describe("a member who works here no more", () => {
    const uid = "temporal";
    const member = (enabled: boolean): Promise<unknown> =>
      memberAt(workspaceId, uid).set({
        name: "Temporal",
        email: "temporal@hilo.test",
        role: "agent",
        enabled,
        see: "all",
        teams: [],
        language: "es",
        timeZone: "UTC",
        createdAt: new Date(),
        updatedAt: new Date(),
      } satisfies Member);
    const leave = async () => {
      await member(false);
      await onMemberUpdated({ workspaceId, uid }, await memberAt(workspaceId, uid).get());
    };
    const said = async (address: string) =>
      (await linesOf(workspaceId, idOf(address)).get()).docs.map((doc) => doc.get("event"));

    beforeEach(async () => {
      await member(true);
      await write("7", 1);
      await assign(doer(), idOf("7"), uid);
    });

    for (const status of ["open", "waiting", "snoozed"] as const)
      it(`has no conversation any more that is ${status}, once`, async () => {
        await place("7").update({ status, claim: { memberId: uid, name: "Temporal", until: 1 } });
        await leave();
        await leave();
        const { assigneeId, claim } = await now("7");
        assert.deepEqual([assigneeId, claim], ["none", null]);
        const left = (await said("7")).filter(({ type }) => type === "unassigned");
        assert.deepEqual(left, [{ type: "unassigned", to: "Temporal" }]);
      });

    it("leaves what others have to them", async () => {
      await write("8", 1);
      await place("8").update({ assigneeId: "agent" });
      await leave();
      assert.equal((await now("8")).assigneeId, "agent");
    });

    it("loses what was over when the customer writes again", async () => {
      await place("7").update({ status: "resolved" });
      await leave();
      assert.equal((await now("7")).assigneeId, uid);
      await write("7", 2);
      assert.equal((await now("7")).assigneeId, "none");
    });

    it("keeps what they have as long as they work here", async () => {
      await onMemberUpdated({ workspaceId, uid }, await memberAt(workspaceId, uid).get());
      await write("7", 2);
      assert.equal((await now("7")).assigneeId, uid);
    });

    it("is given nothing any more", async () => {
      await leave();
      await assert.rejects(assign(doer(), idOf("7"), uid), { code: "invalid" });
    });
  });

  describe("what was seen", () => {
    const letters = async (...serials: number[]) => {
      for (const serial of serials) await write("7", serial);
    };
    const unread = async () => (await now("7")).unread;
    const read = (seen?: number) => markRead(doer(), idOf("7"), seen);

    it("is a place in the thread, on however many devices it is seen", async () => {
      await letters(1, 2);
      await read(2);
      await letters(3, 4);
      await read(2);
      assert.equal(await unread(), 2);
      await read(3);
      assert.equal(await unread(), 1);
      await read(2);
      assert.equal(await unread(), 1);
      await read();
      assert.equal(await unread(), 0);
    });

    it("is told late, early, of nothing, and of more than there is", async () => {
      await letters(1, 2, 3);
      await read(0);
      assert.equal(await unread(), 3);
      await Promise.all([read(1), read(2)]);
      assert.equal(await unread(), 1);
      await read(9);
      assert.equal(await unread(), 0);
    });
  });

  describe("what is to be seen again", () => {
    const unread = async () => (await now("7")).unread;
    const keep = () => markUnread(doer(), idOf("7"));

    it("is unread once more, and counts on with what arrives", async () => {
      await write("7", 1);
      await markRead(doer(), idOf("7"), 1);
      await keep();
      await keep();
      assert.equal(await unread(), 1);
      await write("7", 2);
      assert.equal(await unread(), 2);
      await markRead(doer(), idOf("7"), 2);
      assert.equal(await unread(), 0);
    });

    it("stays as unread as it was where nobody has read it", async () => {
      await write("7", 1);
      await write("7", 2);
      await Promise.all([keep(), keep()]);
      assert.equal(await unread(), 2);
    });

    it("says nothing in the thread, and wakes nothing", async () => {
      await write("7", 1);
      await markRead(doer(), idOf("7"), 1);
      await place("7").update({ status: "resolved" });
      await keep();
      const { status, unread: left, waitingSince } = await now("7");
      assert.deepEqual([status, left], ["resolved", 1]);
      assert.equal(waitingSince, firstAt + 1000);
      assert.equal((await linesOf(workspaceId, idOf("7")).get()).size, 0);
    });

    it("is refused of a conversation that is not there", async () => {
      await assert.rejects(markUnread(doer(), "nothing"), { code: "notFound" });
    });
  });

  describe("what is put off until they answer", () => {
    const state = async () => {
      const { status, snoozedUntil } = await now("7");
      return [status, snoozedUntil];
    };
    const put = (until: number | null) => snooze(doer(), idOf("7"), until);

    beforeEach(() => write("7", 1));

    it("outlasts every sweep, and wakes when they do", async () => {
      await put(null);
      await sweep();
      assert.deepEqual(await state(), ["snoozed", null]);
      const said = (await linesOf(workspaceId, idOf("7")).get()).docs.map((doc) =>
        doc.get("event"),
      );
      assert.deepEqual(said, [{ type: "snoozed" }]);
      await write("7", 2);
      assert.deepEqual(await state(), ["open", null]);
    });

    it("is put off once, when the request for it comes again", async () => {
      const until = Date.now() + 60_000;
      await put(until);
      await put(until);
      const lines = await linesOf(workspaceId, idOf("7")).get();
      assert.equal(lines.size, 1);
    });

    it("has an end again once it is given one", async () => {
      await put(null);
      await put(Date.now() + 60_000);
      await place("7").update({ snoozedUntil: Date.now() - 1 });
      await sweep();
      assert.deepEqual(await state(), ["open", null]);
    });

    it("takes the place of a time, which then wakes nothing", async () => {
      const until = Date.now() + 60_000;
      await put(until);
      assert.deepEqual(await state(), ["snoozed", until]);
      await put(null);
      await sweep();
      assert.deepEqual(await state(), ["snoozed", null]);
    });

    it("is no time that has passed", async () => {
      for (const until of [0, Date.now() - 1])
        await assert.rejects(put(until), { code: "invalid" });
      assert.deepEqual(await state(), ["open", null]);
    });
  });

  describe("another message under an id that is taken", () => {
    const text = (messageId: string, said: string) => ({
      messageId,
      kind: "text" as const,
      text: said,
    });
    const wanted = { code: "conflict" };

    it("is refused, and the same again is the same", async () => {
      await write("7", 1);
      await write("7", 2);
      const id = newId();
      const first = await send(doer(), idOf("7"), text(id, "uno"));
      assert.deepEqual((await send(doer(), idOf("7"), text(id, "uno"))).messageId, first.messageId);
      await assert.rejects(send(doer(), idOf("7"), text(id, "dos")), wanted);
      const quoting = { ...text(id, "uno"), replyTo: hash(channelId, "7:2") };
      await assert.rejects(send(doer(), idOf("7"), quoting), wanted);
      const location = { latitude: 1, longitude: 2 };
      const place = { messageId: id, kind: "location" as const, location };
      await assert.rejects(send(doer(), idOf("7"), place), wanted);
      await assert.rejects(addNote(doer(), idOf("7"), { messageId: id, text: "uno" }), wanted);
    });

    it("is refused for notes, too", async () => {
      await write("7", 1);
      const id = newId();
      await addNote(doer(), idOf("7"), { messageId: id, text: "uno" });
      await addNote(doer(), idOf("7"), { messageId: id, text: "uno", attachments: [] });
      const other = { messageId: id, text: "dos" };
      await assert.rejects(addNote(doer(), idOf("7"), other), wanted);
      await assert.rejects(send(doer(), idOf("7"), text(id, "uno")), wanted);
    });
  });
});
