import assert from "node:assert/strict";
import type { Contact, Conversation, Lead, Message, OptOut } from "@hilo/schema";
import { tellsMatter } from "../../../functions/src/leads/speech.ts";
import type { ExpectedThread } from "./expected.ts";
import { sayerOf, type Voice } from "./voice.ts";

export type FoundThread = {
  id: string;
  conversation: Conversation;
  contact: Contact;
  /** What the names say that lead to it. */
  optOut: OptOut | undefined;
  lead: Lead | undefined;
  messages: Message[];
};

/** That a thread holds what was told of it, once, and that its conversation, contact and lead say the same. */
export function verifyThread(voice: Voice, found: FoundThread, wanted: ExpectedThread): void {
  const told = found.messages.filter(({ direction }) => direction === "system");
  const written = found.messages.filter((message) => !told.includes(message));
  const lines = told.filter(({ event }) => event?.type !== "stage");
  verifyPerson(voice, found, wanted);
  verifyMessages(voice, written, wanted);
  verifyConversation(voice, found.conversation, written);
  verifyPreview(found.conversation, written);
  verifyLead(found, written);
  const { optedOut } = found.conversation;
  assert.equal(optedOut, wanted.stops > 0);
  assert.equal(found.optOut?.scope, optedOut ? "all" : undefined);
  assert.equal(lines.length, wanted.stops, "each wish is told once");
}

/** That a thread is of its person alone: whom it answers, what they are called, and who says each text in it. */
function verifyPerson(
  voice: Voice,
  { conversation, contact, messages }: FoundThread,
  { person }: ExpectedThread,
): void {
  const { address } = conversation;
  assert.ok(voice.addressesOf(person).includes(address), `${address} is not of ${person}`);
  const others = messages.filter(({ text }) => ![undefined, person].includes(sayerOf(text)));
  assert.deepEqual(others, [], `what others said stands under ${person}`);
  const name = voice.nameOf?.(person);
  if (name !== undefined) assert.deepEqual([contact.name, conversation.contact.name], [name, name]);
}

function verifyMessages(voice: Voice, written: Message[], wanted: ExpectedThread): void {
  const seen = written.map((message) => [
    message.externalId,
    message.direction,
    message.text,
    message.deletedAt !== undefined,
    Object.values(message.reactions ?? {})[0]?.emoji,
    voice.timed ? message.providerAt : undefined,
  ]);
  const want = [...wanted.messages].map(([id, { direction, text, deleted, emoji, at }]) => [
    id,
    direction,
    text,
    deleted,
    emoji,
    at,
  ]);
  assert.deepEqual(sorted(seen), sorted(want));
}

function sorted(rows: unknown[][]): unknown[][] {
  return [...rows].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}

function verifyConversation({ window }: Voice, conversation: Conversation, written: Message[]) {
  const inbound = timesOf(written, "inbound");
  const outbound = timesOf(written, "outbound");
  const last = Math.max(...inbound);
  // Who was answered from elsewhere waits no more: only what came after it does.
  const waiting = inbound.filter((at) => at > Math.max(...outbound));
  const responses = outbound.filter((at) => at >= Math.min(...inbound));
  assert.equal(conversation.inboundCount, inbound.length);
  assert.equal(
    conversation.lastMessageAt,
    Math.max(...written.map(({ providerAt }) => providerAt)),
  );
  assert.equal(conversation.lastInboundAt, inbound.length === 0 ? null : last);
  assert.equal(
    conversation.replyUntil,
    inbound.length === 0 || window === null ? null : last + window,
  );
  assert.equal(conversation.waitingSince, waiting.length === 0 ? null : Math.min(...waiting));
  assert.equal(conversation.unread, waiting.length);
  assert.equal(
    conversation.firstResponseAt,
    responses.length === 0 ? null : Math.min(...responses),
  );
  assert.equal(conversation.episodeAt, inbound.length === 0 ? null : Math.min(...inbound));
  assert.equal(conversation.episode, 1);
  assert.equal(conversation.turn.owner, outbound.length === 0 ? "none" : "human");
  assert.equal(conversation.status, "open");
}

function timesOf(messages: readonly Message[], direction: Message["direction"]): number[] {
  return messages
    .filter((message) => message.direction === direction)
    .map(({ providerAt }) => providerAt);
}

/** Of messages at the same time any may be shown. */
function verifyPreview({ preview, lastMessageAt }: Conversation, written: Message[]): void {
  const newest = written.filter(({ providerAt }) => providerAt === lastMessageAt);
  const shown = newest.map(({ direction, kind, text, mail, deletedAt }) => {
    const line = [mail?.subject ?? "", text].filter((part) => part.trim() !== "").join(" — ");
    return deletedAt === undefined
      ? { direction, kind, text: line }
      : { direction, kind: "deleted", text: "" };
  });
  const isShown = shown.some((one) => JSON.stringify(one) === JSON.stringify(sameOrder(preview)));
  assert.ok(isShown, `${JSON.stringify(preview)} is none of ${JSON.stringify(shown)}`);
}

function sameOrder({ direction, kind, text }: Conversation["preview"]) {
  return { direction, kind, text };
}

/**
 * Whoever wrote has a lead, but for what nothing follows from. Of what was changed or deleted afterwards one may have
 * come about before.
 */
function verifyLead({ conversation, lead }: FoundThread, written: Message[]): void {
  const stays = written.filter(({ editedAt }) => editedAt === undefined);
  const must = stays.some((message) => tellsMatter({ message }));
  const may = written.some(({ direction }) => direction === "inbound");
  if (must) assert.notEqual(conversation.leadId, null);
  if (!may) assert.equal(conversation.leadId, null);
  const hasOne = conversation.leadId !== null;
  assert.equal(lead?.contactId, hasOne ? conversation.contactId : undefined);
}
