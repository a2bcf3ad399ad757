import { isDeepStrictEqual } from "node:util";
import { Conversation, type Message, type Sender } from "@hilo/schema";
import { hasOptedOut, wholeContact } from "../contacts/contacts.ts";
import { hash } from "../platform/crypto.ts";
import { type DocumentSnapshot, db, FieldValue, read } from "../platform/firestore.ts";
import { messageIn } from "./early-changes.ts";
import { heard, type ToldWish } from "./last-wish.ts";
import type { NewMessage } from "./new-message.ts";
import { conversationsOf, linesOf, messageOf, wishesOf } from "./store.ts";
import { lineOf } from "./wishes.ts";

/**
 * Reads from the thread what the person wishes by now: tells each wish in a line, once, and has all heed the last.
 * Tells whether any of that was news.
 */
export async function settleWishes(arrived: NewMessage): Promise<boolean> {
  const { workspaceId, conversationId, message, conversation } = arrived;
  const { contactId, channelId, address } = conversation;
  const sender: Sender = message.sender ?? { address };
  const left = await hasOptedOut(workspaceId, contactId, channelId);
  const ref = conversationsOf(workspaceId).doc(conversationId);
  return db().runTransaction(async (transaction) => {
    const lines = (await transaction.get(linesOf(workspaceId, conversationId))).docs;
    const said = toldByMessages(
      (await transaction.get(wishesOf(workspaceId, conversationId))).docs,
    );
    const own = new Set(said.map(({ lineId }) => lineId));
    const told = [...toldByLines(lines.filter(({ id }) => !own.has(id))), ...said];
    // Who left by what the provider told us of a send did so before any of these.
    const isKnown = told.some(({ consent }) => consent === "stop");
    const { wishes, optedOut, avoidsMany } = heard(told, left && !isKnown);
    const heeded = new Set(wishes.map(({ lineId }) => lineId));
    const waiting = lines.filter(waits);
    const settleLines = () => {
      for (const { id, ref: line } of waiting)
        if (heeded.has(id)) transaction.update(line, { waits: FieldValue.delete() });
        else transaction.delete(line);
      return waiting.length > 0;
    };
    const last = wishes.at(-1);
    if (!last) return settleLines();
    const current = read(Conversation, await transaction.get(ref));
    const { consentAt = 0 } = current ?? {};
    const person = { workspaceId, contactId, channelId, sender };
    const note = await wholeContact(transaction, person);
    const written = new Set(lines.map(({ id }) => id));
    const untold = wishes.filter(({ lineId }) => !written.has(lineId));
    for (const wish of untold)
      transaction.create(messageOf(workspaceId, conversationId, wish.lineId), lineOf(wish));
    const isTold = settleLines() || untold.length > 0;
    // Since then the provider refused to reach them: that is told by no line.
    const refused = consentAt > last.at;
    const wish = refused ? { optedOut: true } : { optedOut, consentAt: last.at };
    const isNews = !isDeepStrictEqual({ ...current, ...wish }, current);
    if (isNews) transaction.update(ref, wish);
    return (await note(refused || avoidsMany ? "stop" : "start")) || isNews || isTold;
  });
}

/** Whether a line was told before its conversation began, and nobody has heeded it yet. */
export function waits(line: DocumentSnapshot): boolean {
  return line.get("waits") === true;
}

export function toldByLines(lines: readonly DocumentSnapshot[]): ToldWish[] {
  return lines.flatMap((doc) => {
    const line = messageIn(doc);
    const { type, scope } = line?.event ?? {};
    if (!line || (type !== "optOut" && type !== "optIn")) return [];
    const consent = type === "optOut" ? "stop" : "start";
    return [{ ...placed(doc.id, line), consent, scope, mere: waits(doc), lineId: doc.id } as const];
  });
}

function toldByMessages(messages: readonly DocumentSnapshot[]): ToldWish[] {
  return messages.flatMap((doc) => {
    const message = messageIn(doc);
    const { consent } = message ?? {};
    if (!message || (consent !== "stop" && consent !== "start")) return [];
    const lineId = hash(doc.id, "consent");
    return [{ ...placed(doc.id, message), consent, scope: undefined, mere: true, lineId }];
  });
}

function placed(id: string, { providerAt: at, order, createdAt }: Message) {
  return { id, at, order, createdAt };
}
