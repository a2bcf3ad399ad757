import assert from "node:assert/strict";
import {
  type ChangeEvent,
  type ConsentEvent,
  Conversation,
  type MessageEvent,
  type Sender,
} from "@hilo/schema";
import { type Connection, connectionOf } from "../../functions/src/channels/connections.ts";
import { contactOf } from "../../functions/src/contacts/store.ts";
import { stateOf } from "../../functions/src/conversations/message-state.ts";
import {
  conversationsOf,
  linesOf,
  messageOf,
  messagesOf,
} from "../../functions/src/conversations/store.ts";
import { recordChange } from "../../functions/src/inbound/changes.ts";
import { recordConsent } from "../../functions/src/inbound/consent.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { failureChanges } from "../../functions/src/outbound/failure-changes.ts";
import { retry } from "../../functions/src/outbound/retry.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { start } from "../../functions/src/outbound/start.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { db, read } from "../../functions/src/platform/firestore.ts";
import { ProviderError } from "../../functions/src/providers/adapter.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { linksFor } from "../../functions/src/webchat/links.ts";
import { contactIn, optOutIn } from "../support/known-person.ts";
import { outboundMessage } from "./outbound.ts";
import { connected } from "./voices/connected.ts";
import { metaWhatsapp } from "./voices/meta-whatsapp.ts";
import { firstAt } from "./voices/voice.ts";

// What may come before the first message of a person, or before anything was done about it.

const { channelId } = metaWhatsapp;
const phone = "+5511900000001";
const ana: Sender = { address: "BR.1", userId: "BR.1", phone, name: "Ana" };
const conversationId = hash(channelId, "BR.1");
const doer = { type: "member", id: "agent", name: "Agent", requestId: "r", ip: "" } as const;

type Wish = Pick<ConsentEvent, "consent" | "scope"> & { second: number };
const stop: Wish = { consent: "stop", second: 1 };
const marketing: Wish = { ...stop, scope: "marketing" };
const later: Wish = { consent: "start", second: 2 };

describe("what comes before the first message", () => {
  let connection: Connection;
  let workspaceId: string;

  beforeEach(async () => {
    workspaceId = await connected(metaWhatsapp);
    connection = (await connectionOf(workspaceId, channelId)) ?? assert.fail();
  });

  const wish = ({ second, ...told }: Wish) =>
    recordConsent(connection, {
      type: "consent",
      externalId: `wish:${second}`,
      at: firstAt + second * 1000,
      sender: ana,
      ...told,
    });

  const letter = (more: Partial<MessageEvent> = {}) =>
    receive(connection, {
      type: "message",
      externalId: "m1",
      at: firstAt,
      sender: ana,
      kind: "text",
      text: "hola",
      files: [],
      ...more,
    });

  const said = (consent: "stop" | "start", second: number) =>
    letter({ externalId: `m${second}`, at: firstAt + second * 1000, text: consent, consent });

  const react = async () => {
    const { docs } = await messagesOf(workspaceId, conversationId).get();
    for (const doc of docs)
      await onMessageCreated({ workspaceId, conversationId, messageId: doc.id }, doc);
  };

  /** Both documents are whole; what they say of the wish. */
  const heard = async () => {
    const conversation = read(
      Conversation,
      await conversationsOf(workspaceId).doc(conversationId).get(),
    );
    const contact = await contactIn(workspaceId, conversationId);
    const optOut = await optOutIn(workspaceId, conversationId);
    assert.equal(conversation?.noMarketing ?? false, optOut?.scope === "marketing");
    const { size } = await linesOf(workspaceId, conversationId).get();
    return [conversation?.optedOut, optOut !== undefined, contact?.name, size];
  };

  const orders: { name: string; steps: (() => Promise<unknown>)[]; want: unknown[] }[] = [
    {
      name: "a wish before anything",
      steps: [() => wish(stop), letter, react],
      want: [true, true, "Ana", 1],
    },
    {
      name: "a wish told twice",
      steps: [() => wish(stop), () => wish(stop), letter, react, () => wish(stop), react],
      want: [true, true, "Ana", 1],
    },
    {
      name: "a wish and its contrary",
      steps: [() => wish(stop), () => wish(later), letter, react],
      want: [false, false, "Ana", 2],
    },
    {
      name: "a wish and its contrary, the later one first",
      steps: [() => wish(later), () => wish(stop), letter, react],
      want: [false, false, "Ana", 2],
    },
    {
      name: "being let in, which is nothing new to somebody who never left",
      steps: [() => wish(later), letter, react, react],
      want: [false, false, "Ana", 0],
    },
    {
      name: "a wish that is heard between a message and what follows from it",
      steps: [letter, () => wish(stop), react],
      want: [true, true, "Ana", 1],
    },
    {
      name: "a wish about marketing, which leaves the answers free",
      steps: [() => wish(marketing), letter, react],
      want: [false, true, "Ana", 1],
    },
    {
      name: "a wish, the message, and its contrary before the message is heeded",
      steps: [() => wish(stop), letter, () => wish(later), react],
      want: [false, false, "Ana", 2],
    },
    {
      name: "a wish before a message of ours that was written elsewhere",
      steps: [() => wish(stop), () => letter({ echo: true }), react],
      want: [true, true, "Ana", 1],
    },
    {
      name: "STOP and START in messages, the later one first",
      steps: [letter, react, () => said("start", 5), react, () => said("stop", 4), react, react],
      want: [false, false, "Ana", 2],
    },
    {
      name: "STOP in the first message of all, after an event of before",
      steps: [() => wish(later), () => said("stop", 4), react],
      want: [true, true, "Ana", 1],
    },
    {
      name: "a contact cut short by an older version",
      steps: [
        letter,
        () => conversationsOf(workspaceId).doc(conversationId).update({ contactId: "cut" }),
        () => contactOf(workspaceId, "cut").set({ optOut: { [channelId]: true } }),
        react,
      ],
      want: [false, false, "Ana", 0],
    },
  ];

  for (const { name, steps, want } of orders)
    it(`leaves whole documents and is heeded: ${name}`, async () => {
      for (const step of steps) await step();
      assert.deepEqual(await heard(), want);
    });

  for (const to of [phone, "BR.1"])
    it(`keeps us from writing first to ${to}`, async () => {
      await wish(stop);
      const message = { messageId: newId(), to, kind: "text" as const, text: "Hola" };
      const begun = start({ ...doer, workspaceId }, channelId, message);
      await assert.rejects(begun, { code: "optedOut" });
      assert.equal((await conversationsOf(workspaceId).get()).size, 0);
    });

  it("is a refusal that tells of a wish: it is noted, and the contact is whole with the message", async () => {
    await letter();
    const ref = conversationsOf(workspaceId).doc(conversationId);
    const conversation = read(Conversation, await ref.get()) ?? assert.fail();
    const message = outboundMessage();
    const sending = { workspaceId, conversationId, messageId: "ours", message, conversation };
    const error = new ProviderError("refused", "optedOut", "They wrote STOP");
    await db().runTransaction(async (transaction) => {
      await failureChanges(sending, error).also(transaction);
    });
    assert.deepEqual(await heard(), [true, true, undefined, 0]);
    await react();
    assert.deepEqual(await heard(), [true, true, "Ana", 0]);
  });

  it("is a change, whose message nobody can ask for, quote or send again yet", async () => {
    await letter();
    const change: ChangeEvent = {
      type: "change",
      externalId: "e1",
      at: firstAt,
      sender: ana,
      target: "m2",
      change: { kind: "edit", text: "corregido" },
    };
    await recordChange(connection, change);
    const early = hash(channelId, "m2");
    const agent = { ...doer, workspaceId };
    const quoting = { messageId: newId(), kind: "text" as const, text: "Sí", replyTo: early };
    await assert.rejects(stateOf(workspaceId, conversationId, early), { code: "notFound" });
    await assert.rejects(send(agent, conversationId, quoting), { code: "invalid" });
    await assert.rejects(retry(agent, conversationId, early, newId()), { code: "notFound" });
    const { links } = await linksFor({ workspaceId, conversationId }, [early]);
    assert.deepEqual(links, {});
    const end = async () =>
      (await messageOf(workspaceId, conversationId, early).get()).get("expiresAt")?.toMillis();
    assert.ok((await end()) > Date.now(), "what waits in vain goes by itself");
    await letter({ externalId: "m2" });
    assert.equal(await end(), undefined);
  });
});
