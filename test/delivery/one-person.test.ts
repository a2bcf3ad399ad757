import assert from "node:assert/strict";
import { type Contact, ContactKey, Identity, keyOf, type Sender, Suggestion } from "@hilo/schema";
import { contactKeyOf, type KeyName, phoneKey } from "../../functions/src/contacts/keys.ts";
import { contactOf, identitiesOf } from "../../functions/src/contacts/store.ts";
import { suppress, unsuppress } from "../../functions/src/contacts/suppressions.ts";
import { conversationsOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { forgetConversations, receive } from "../../functions/src/inbound/receive.ts";
import { recordRename } from "../../functions/src/inbound/renames.ts";
import { start } from "../../functions/src/outbound/start.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { db, read, workspace } from "../../functions/src/platform/firestore.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { contactIn, leadIn } from "../support/known-person.ts";
import { connectionTo, letter, moved, phoned, reactIn } from "./scene.ts";
import { connected } from "./voices/connected.ts";
import { metaWhatsapp } from "./voices/meta-whatsapp.ts";
import { telegram } from "./voices/telegram.ts";
import { twilioAccounts } from "./workspace.ts";

// Three channels are one person, where nothing speaks against it.

const phone = "+56940000001";
const doer = { type: "member", id: "agent", name: "Agent", requestId: "r", ip: "" } as const;

describe("who writes for the first time", () => {
  let workspaceId: string;

  beforeEach(async () => {
    const { channelId, provider, platform, address, settings, credentials } = telegram;
    const chat = { channelId, provider, platform, address, settings, credentials };
    const second = { ...chat, channelId: "telegram-2", address: "987654321" };
    workspaceId = await connected(metaWhatsapp, [
      ...twilioAccounts(["whatsapp", "sms", "voice"]),
      chat,
      second,
      { ...mail, channelId: "email" },
      { ...mail, channelId: "sales", address: "ventas@hilo.test" },
    ]);
  });

  const mail = {
    provider: "email",
    platform: "email",
    address: "hola@hilo.test",
    settings: {},
    credentials: {},
  } as const;

  const writes = async (channelId: string, sender: Sender, second = 1) => {
    await receive(await connectionTo(workspaceId, channelId), letter(sender, second));
    await reactIn(workspaceId);
    return hash(channelId, keyOf(sender));
  };

  const contactAfter = async (channelId: string, sender: Sender, second?: number) =>
    (await contactIn(workspaceId, await writes(channelId, sender, second))) ?? assert.fail();

  const holdersOf = async (key: KeyName) =>
    read(ContactKey, await contactKeyOf(workspaceId, key).get())?.contactIds ?? [];

  const suggestions = async () => {
    const { docs } = await workspace(workspaceId).collection("suggestions").get();
    return docs.map((doc) => read(Suggestion, doc) ?? assert.fail());
  };

  const contacts = async () => (await workspace(workspaceId).collection("contacts").get()).size;

  it("on three channels by one number, a hundred times at once, is one person in three threads", async () => {
    const ways: [string, Sender][] = [
      ["twilio-whatsapp", { ...phoned(phone), name: "Ana Rojas" }],
      [metaWhatsapp.channelId, { ...phoned(phone), userId: "CL.1", name: "Ana" }],
      ["twilio-sms", phoned(phone)],
    ];
    const letters = Array.from({ length: 99 }, (_, i) => ({ way: ways[i % 3], second: i }));
    await Promise.all(
      letters.map(async ({ way = ways[0], second }) => {
        const [channelId = "", sender = phoned(phone)] = way ?? [];
        await receive(await connectionTo(workspaceId, channelId), letter(sender, second));
      }),
    );
    const { docs } = await conversationsOf(workspaceId).get();
    assert.equal(docs.length, 3);
    assert.ok(docs.every((doc) => doc.get("contactId") === "none"));
    const react = async (conversationId: string) => {
      const messages = (await messagesOf(workspaceId, conversationId).get()).docs;
      const all = messages.map((doc) =>
        // An event is delivered until it came through.
        again(() => onMessageCreated({ workspaceId, conversationId, messageId: doc.id }, doc)),
      );
      await Promise.all(all);
    };
    await Promise.all(docs.map(({ id }) => react(id)));
    const ids = await Promise.all(docs.map(({ id }) => contactIn(workspaceId, id)));
    assert.equal(new Set(ids.map((one) => one?.id)).size, 1);
    assert.equal(await contacts(), 1);
    assert.deepEqual(ids[0]?.phones, [phone]);
    const names = (await identitiesOf(workspaceId).get()).docs.map((doc) => read(Identity, doc));
    assert.ok(names.every((name) => name?.contactId === ids[0]?.id));
    assert.deepEqual(await holdersOf(phoneKey(phone)), [ids[0]?.id]);
    assert.deepEqual(await suggestions(), []);
  });

  it("by another written form of the number is the same person", async () => {
    const [one, other] = ["+5215512345678", "+525512345678"];
    const first = await contactAfter("twilio-whatsapp", phoned(one));
    const second = await contactAfter("twilio-sms", phoned(other));
    assert.deepEqual([second.id, second.phones], [first.id, [one]]);
  });

  it("by a family's phone is a person of their own, and the others are suggested", async () => {
    const ana = await contactAfter("twilio-whatsapp", { ...phoned(phone), name: "Ana Pérez" });
    const pedro = { ...phoned(phone), userId: "CL.2", name: "Pedro Pérez" };
    const other = await contactAfter(metaWhatsapp.channelId, pedro);
    assert.notEqual(other.id, ana.id);
    // Two have it by now: whose the message is, nobody can say.
    const third = await contactAfter("twilio-sms", phoned(phone));
    assert.deepEqual(await holdersOf(phoneKey(phone)), [ana.id, other.id, third.id]);
    const pairs = (await suggestions()).map(({ a, b, why }) => [a, b, ...why]);
    const pair = (one: Contact & { id: string }, two: typeof one) => [one.id, two.id].sort();
    const want = [pair(ana, other), pair(ana, third), pair(other, third)];
    assert.deepEqual(pairs.sort(), want.map((one) => [...one, "phone"]).sort());
  });

  it("by a switchboard's number is a person of their own, and nobody is suggested", async () => {
    const ids = Array.from({ length: 51 }, (_, i) => `old-${i}`);
    const batch = db().batch();
    batch.set(contactKeyOf(workspaceId, phoneKey(phone)), { kind: "phone", contactIds: ids });
    for (const id of ids) batch.set(contactOf(workspaceId, id), { name: "" });
    await batch.commit();
    const { id } = await contactAfter("twilio-voice", phoned(phone));
    assert.ok((await holdersOf(phoneKey(phone))).includes(id));
    assert.deepEqual(await suggestions(), []);
  });

  it("in a chat, and shows their number later, stays who they are: the key lists both, with why", async () => {
    const ana = await contactAfter("twilio-whatsapp", { ...phoned(phone), name: "Ana" });
    const chat = await contactAfter("telegram", { address: "700", name: "Ana" });
    assert.notEqual(chat.id, ana.id);
    const shown = await contactAfter("telegram", { address: "700", name: "Ana", phone }, 2);
    assert.deepEqual([shown.id, shown.phones], [chat.id, [phone]]);
    assert.deepEqual(await holdersOf(phoneKey(phone)), [ana.id, chat.id]);
    const [a, b] = [ana.id, chat.id].sort();
    const [suggested, ...others] = await suggestions();
    assert.deepEqual([suggested?.a, suggested?.b, suggested?.why, others], [a, b, ["phone"], []]);
    await contactAfter("telegram", { address: "700", name: "Ana", phone }, 3);
    assert.equal((await suggestions()).length, 1);
  });

  it("to another bot of ours is the same person by their user id", async () => {
    const first = await contactAfter("telegram", { address: "700", name: "Ana" });
    const second = await contactAfter("telegram-2", { address: "700", name: "Beatriz" });
    assert.equal(second.id, first.id);
  });

  it("to another mailbox of ours is the same person, and not who only says that it is theirs", async () => {
    const address = "Ana@Example.org";
    const first = await contactAfter("email", { address, email: address, name: "Ana" });
    const second = await contactAfter("sales", {
      address: "ana@example.org",
      email: "ana@example.org",
      name: "Ana",
    });
    assert.equal(second.id, first.id);
    const said = await contactAfter("telegram", {
      address: "701",
      email: "ana@example.org",
      unproven: ["email"],
    });
    assert.notEqual(said.id, first.id);
    assert.deepEqual(await suggestions(), []);
  });

  it("from a number that somebody gave up is somebody else", async () => {
    const ana = await contactAfter("twilio-whatsapp", { ...phoned(phone), name: "Ana" });
    const next = "+56940000009";
    await recordRename(await connectionTo(workspaceId, "twilio-whatsapp"), moved(phone, next, 5));
    assert.deepEqual(await holdersOf(phoneKey(phone)), []);
    assert.deepEqual(await holdersOf(phoneKey(next)), [ana.id]);
    forgetConversations();
    await receive(
      await connectionTo(workspaceId, "twilio-whatsapp"),
      letter({ ...phoned(phone), name: "Ana" }, 20, "otra"),
    );
    await reactIn(workspaceId);
    const stranger = await contactIn(workspaceId, hash("twilio-whatsapp", phone, "1"));
    assert.ok(stranger && stranger.id !== ana.id);
  });

  it("by another user id than the one that the number is known by is somebody else", async () => {
    const way = metaWhatsapp.channelId;
    const first = await contactAfter(way, { address: "CL.1", userId: "CL.1", phone });
    const second = await contactAfter(way, { address: "CL.2", userId: "CL.2", phone });
    assert.notEqual(second.id, first.id);
  });

  it("is found with their next message, where the event of the first was lost", async () => {
    const connection = await connectionTo(workspaceId, "twilio-sms");
    await receive(connection, letter(phoned(phone), 1));
    const conversationId = hash("twilio-sms", phone);
    await receive(connection, letter(phoned(phone), 2, "¿hola?"));
    const { docs } = await messagesOf(workspaceId, conversationId).get();
    const last = docs.find((doc) => doc.get("text") === "¿hola?") ?? assert.fail();
    await onMessageCreated({ workspaceId, conversationId, messageId: last.id }, last);
    const contact = await contactIn(workspaceId, conversationId);
    assert.deepEqual(contact?.phones, [phone]);
    const lead = await leadIn(workspaceId, conversationId);
    assert.equal(lead?.contactId, contact?.id);
  });

  describe("to whom we write first", () => {
    const begins = (channelId: string, to: string, more = {}) =>
      start({ ...doer, workspaceId }, channelId, {
        messageId: newId(),
        kind: "text",
        text: "Hola",
        to,
        ...more,
      });

    it("is the person who has that number", async () => {
      const ana = await contactAfter("twilio-whatsapp", { ...phoned(phone), name: "Ana" });
      await begins("twilio-sms", phone);
      const conversationId = hash("twilio-sms", phone);
      assert.equal((await contactIn(workspaceId, conversationId))?.id, ana.id);
      const conversation = await conversationsOf(workspaceId).doc(conversationId).get();
      assert.equal(conversation.get("contact.name"), "Ana");
    });

    it("is whom the call names, if there is such a person", async () => {
      const ana = await contactAfter("twilio-whatsapp", { ...phoned(phone), name: "Ana" });
      const next = "+56940000002";
      await begins("twilio-sms", next, { contactId: ana.id });
      const found = await contactIn(workspaceId, hash("twilio-sms", next));
      assert.deepEqual([found?.id, found?.phones], [ana.id, [phone, next]]);
      assert.deepEqual(await holdersOf(phoneKey(next)), [ana.id]);
      await assert.rejects(begins("twilio-sms", "+56940000003", { contactId: "nobody" }), {
        code: "invalid",
      });
    });

    it("is nobody who asked for no message, though nothing is known of them any more", async () => {
      const where = { platform: "sms", address: phone } as const;
      const write = async (act: (batch: ReturnType<ReturnType<typeof db>["batch"]>) => void) => {
        const batch = db().batch();
        act(batch);
        await batch.commit();
      };
      const optOut = (scope: "all" | "marketing") =>
        ({ at: 1, by: "contact", scope, proof: "message" }) as const;
      await write((batch) => suppress(batch, workspaceId, { ...where, optOut: optOut("all") }));
      const { docs } = await workspace(workspaceId).collection("suppressions").get();
      assert.equal(docs.length, 1);
      assert.ok(!JSON.stringify([docs[0]?.id, docs[0]?.data()]).includes("940000001"));
      await assert.rejects(begins("twilio-sms", phone), { code: "optedOut" });
      await write((batch) =>
        suppress(batch, workspaceId, { ...where, optOut: optOut("marketing") }),
      );
      await begins("twilio-sms", phone);
      await write((batch) => unsuppress(batch, workspaceId, where));
      assert.equal((await workspace(workspaceId).collection("suppressions").get()).size, 0);
    });
  });
});

/** As often as Google would, within a test's time. */
async function again(run: () => Promise<void>, tries = 20): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (tries === 0) throw error;
    await again(run, tries - 1);
  }
}
