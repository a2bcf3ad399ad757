import assert from "node:assert/strict";
import type { ChangeEvent, ConsentEvent, IdentityEvent, MessageEvent } from "@hilo/schema";
import { type Connection, connectionOf } from "../../functions/src/channels/connections.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { recordChange } from "../../functions/src/inbound/changes.ts";
import { recordConsent } from "../../functions/src/inbound/consent.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { recordRename } from "../../functions/src/inbound/renames.ts";
import { emojiOn } from "../../functions/src/outbound/emoji.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { db } from "../../functions/src/platform/firestore.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { optOutIn } from "../support/known-person.ts";
import { connected } from "./voices/connected.ts";
import { telegram } from "./voices/telegram.ts";
import { firstAt } from "./voices/voice.ts";

// What a provider tells of a person, when it comes in another order than it happened.

describe("news of a person", () => {
  let connection: Connection;
  let workspaceId: string;
  const { channelId } = telegram;

  beforeEach(async () => {
    workspaceId = await connected(telegram);
    connection = (await connectionOf(workspaceId, channelId)) ?? assert.fail();
  });

  function letter(address: string, serial: number, more: Partial<MessageEvent> = {}) {
    const externalId = `${address}:${serial}`;
    const at = firstAt + serial * 1000;
    const base = { type: "message" as const, externalId, at, kind: "text" as const, files: [] };
    return { ...base, sender: { address }, text: "hola", ...more };
  }

  function edit(address: string, serial: number): ChangeEvent {
    return {
      type: "change",
      externalId: `edit:${serial}`,
      at: firstAt + 60_000,
      sender: { address },
      target: `${address}:${serial}`,
      change: { kind: "edit", text: "corregido" },
    };
  }

  const moved: IdentityEvent = {
    type: "identity",
    externalId: "migration:-1:-2",
    at: firstAt,
    was: "-1",
    sender: { address: "-2" },
  };

  const textIn = async (conversation: string, address: string, serial: number) => {
    const id = hash(channelId, `${address}:${serial}`);
    return (await messageOf(workspaceId, hash(channelId, conversation), id).get()).get("text");
  };
  const conversation = (address: string) =>
    conversationsOf(workspaceId).doc(hash(channelId, address)).get();

  describe("who takes back what they said", () => {
    const shown = async (address: string) => (await conversation(address)).get("preview");
    const deletion = (address: string, serial: number): ChangeEvent => ({
      ...edit(address, serial),
      externalId: `delete:${serial}`,
      change: { kind: "delete" },
    });

    it("is heard in the list, too: edited or deleted, as long as it is the newest", async () => {
      await receive(connection, letter("7", 1, { text: "clave 4321" }));
      await recordChange(connection, edit("7", 1));
      const inbound = { direction: "inbound" };
      assert.deepEqual(await shown("7"), { text: "corregido", kind: "text", ...inbound });
      await recordChange(connection, deletion("7", 1));
      assert.deepEqual(await shown("7"), { text: "", kind: "deleted", ...inbound });
      await receive(connection, letter("7", 2, { text: "perdón" }));
      await recordChange(connection, { ...edit("7", 1), at: firstAt + 90_000 });
      assert.deepEqual(await shown("7"), { text: "perdón", kind: "text", ...inbound });
    });
  });

  describe("who writes several within one second", () => {
    const at = firstAt;
    const write = (serial: number) =>
      receive(connection, letter("7", serial, { at, order: serial, text: `m${serial}` }));
    const react = async (serial: number) => {
      const conversationId = hash(channelId, "7");
      const messageId = hash(channelId, `7:${serial}`);
      const doc = await messageOf(workspaceId, conversationId, messageId).get();
      await onMessageCreated({ workspaceId, conversationId, messageId }, doc);
    };
    const shown = async () => (await conversation("7")).get("preview.text");

    for (const serials of [
      [12, 11, 10],
      [11, 12, 10],
      [12, 10, 11],
      [10, 12, 11],
    ])
      it(`is shown with the last of them: ${serials.join(", ")}`, async () => {
        for (const serial of serials) {
          await write(serial);
          await react(serial);
        }
        assert.equal(await shown(), "m12");
        await recordChange(connection, edit("7", 11));
        assert.equal(await shown(), "m12");
        await recordChange(connection, edit("7", 12));
        assert.equal(await shown(), "corregido");
      });
  });

  describe("who goes by another name", () => {
    it("leads what they write then into the conversation they have", async () => {
      await receive(connection, letter("-1", 1));
      await recordRename(connection, moved);
      await receive(connection, letter("-2", 2));
      assert.equal(await textIn("-1", "-2", 2), "hola");
      await recordChange(connection, edit("-2", 2));
      assert.equal(await textIn("-1", "-2", 2), "corregido");
      assert.equal((await conversation("-1")).get("address"), "-2");
    });

    it("has what they wrote by it before that was told join the conversation they have", async () => {
      await receive(connection, letter("-1", 1));
      await receive(connection, letter("-2", 2));
      await recordChange(connection, edit("-2", 2));
      assert.equal(await recordRename(connection, moved), "recorded");
      assert.equal(await recordRename(connection, moved), "duplicate");
      await receive(connection, letter("-2", 2));
      await receive(connection, letter("-2", 3));
      await recordChange(connection, edit("-2", 3));
      for (const serial of [2, 3]) assert.equal(await textIn("-1", "-2", serial), "corregido");
      const { address, inboundCount, unread } = (await conversation("-1")).data() ?? {};
      assert.deepEqual(
        { address, inboundCount, unread },
        { address: "-2", inboundCount: 3, unread: 3 },
      );
      assert.equal((await conversation("-2")).exists, false);
    });
  });

  describe("who shows their phone", () => {
    it("does not become somebody else who had it before", async () => {
      const phone = "+56911110009";
      await receive(connection, letter("71", 1, { sender: { address: "71", phone } }));
      await receive(connection, letter("72", 2, { sender: { address: "72", phone } }));
      assert.equal(await textIn("72", "72", 2), "hola");
      assert.equal((await conversation("71")).get("inboundCount"), 1);
    });
  });

  it("does not keep us from reacting where all places are taken", async () => {
    await receive(connection, letter("71", 1));
    const conversationId = hash(channelId, "71");
    const id = hash(channelId, "71:1");
    const ref = messageOf(workspaceId, conversationId, id);
    const people = Array.from({ length: 500 }, (_, n) => [`p${n}`, { emoji: "👍", at: firstAt }]);
    await ref.update({ reactions: Object.fromEntries(people) });
    const author = { type: "member" as const, id: "agent", name: "Agent" };
    const reaction = { kind: "reaction", text: "❤️", files: [], replyTo: { id } } as const;
    const draft = { author, purpose: "answer" as const, ...reaction };
    const batch = db().batch();
    (await emojiOn({ workspaceId, conversationId, draft }))(batch);
    await batch.commit();
    assert.equal(Object.keys((await ref.get()).get("reactions")).length, 500);
  });

  it("leaves no reaction that was taken back within the second, whichever is heard last", async () => {
    await receive(connection, letter("71", 1));
    const target = "71:1";
    for (const [serial, emoji] of ["", "👍", ""].entries()) {
      const change = { kind: "reaction" as const, emoji, by: "71" };
      const about = { type: "change" as const, at: firstAt, sender: { address: "71" }, target };
      await recordChange(connection, { ...about, externalId: `r${serial}`, change });
    }
    const ref = messageOf(workspaceId, hash(channelId, "71"), hash(channelId, target));
    assert.equal((await ref.get()).get("reactions.71.emoji"), "");
  });

  describe("who blocked us and let us write again", () => {
    const wish = (consent: ConsentEvent["consent"], serial: number): ConsentEvent => ({
      type: "consent",
      externalId: `update:${serial}`,
      at: firstAt + serial * 1000,
      sender: { address: "71" },
      consent,
    });

    for (const [last, first] of [
      ["stop", "start"],
      ["start", "stop"],
    ] as const) {
      it(`is heeded by the last word, ${last}, whatever is heard last`, async () => {
        await receive(connection, letter("71", 1));
        await recordConsent(connection, wish(last, 3));
        await recordConsent(connection, wish(first, 2));
        assert.equal((await conversation("71")).get("optedOut"), last === "stop");
        const optOut = await optOutIn(workspaceId, hash(channelId, "71"));
        assert.equal(optOut?.scope, last === "stop" ? "all" : undefined);
      });
    }
  });
});
