import { isDeepStrictEqual } from "node:util";
import { Conversation, type Message, type OptOut } from "@hilo/schema";
import { leftBefore, optOutsOf } from "../contacts/opt-outs.ts";
import { hash } from "../platform/crypto.ts";
import { type DocumentSnapshot, db, FieldValue, read } from "../platform/firestore.ts";
import { messageIn } from "./early-changes.ts";
import { type Heard, heard, type ToldWish } from "./last-wish.ts";
import type { NewMessage } from "./new-message.ts";
import { conversationsOf, linesOf, messageOf, wishesOf } from "./store.ts";
import { lineOf } from "./wishes.ts";

/**
 * Reads from the thread what the person wishes by now: tells each wish in a line, once, and has all heed the last.
 * Tells whether any of that was news.
 */
export async function settleWishes(arrived: NewMessage): Promise<boolean> {
  const { workspaceId, conversationId, conversation } = arrived;
  const hadLeft = await leftBefore(workspaceId, conversation);
  const ref = conversationsOf(workspaceId).doc(conversationId);
  return db().runTransaction(async (transaction) => {
    const lines = (await transaction.get(linesOf(workspaceId, conversationId))).docs;
    const said = toldByMessages(
      (await transaction.get(wishesOf(workspaceId, conversationId))).docs,
    );
    const own = new Set(said.map(({ lineId }) => lineId));
    const told = [...toldByLines(lines.filter(({ id }) => !own.has(id))), ...said];
    const optOuts = await optOutsOf(transaction, workspaceId, conversationId);
    const left = optOuts.left || hadLeft;
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
    const written = new Set(lines.map(({ id }) => id));
    const untold = wishes.filter(({ lineId }) => !written.has(lineId));
    for (const wish of untold)
      transaction.create(messageOf(workspaceId, conversationId, wish.lineId), lineOf(wish));
    const isTold = settleLines() || untold.length > 0;
    // Since then the provider refused to reach them: that is told by no line.
    const refused = consentAt > last.at;
    const optOut = refused ? refusedAt(consentAt) : optOutOf(wishes, { optedOut, avoidsMany }, own);
    const wish = {
      ...(refused ? { optedOut: true } : { optedOut, consentAt: last.at }),
      ...offersOf(optOut, current),
    };
    const isNews = !isDeepStrictEqual({ ...current, ...wish }, current);
    if (isNews) transaction.update(ref, wish);
    return optOuts.note(optOut) || isNews || isTold;
  });
}

/** Whether offers may be sent, where that is or was otherwise. */
function offersOf(optOut: OptOut | undefined, current: Conversation | undefined) {
  const noMarketing = optOut?.scope === "marketing";
  return noMarketing || current?.noMarketing ? { noMarketing } : {};
}

/** What is kept of a refusal to reach somebody who asked for no more messages elsewhere. */
export function refusedAt(at: number): OptOut {
  return { at, by: "provider", scope: "all", proof: "refusal" };
}

/** What the names keep of all wishes: of the last that says what holds now. `said`: the lines of what a message said. */
function optOutOf(
  wishes: readonly ToldWish[],
  { optedOut, avoidsMany }: Pick<Heard, "optedOut" | "avoidsMany">,
  said: ReadonlySet<string>,
): OptOut | undefined {
  if (!avoidsMany) return undefined;
  const stops = wishes.filter(({ consent }) => consent === "stop");
  const decisive = optedOut ? stops.filter(({ scope }) => scope !== "marketing") : stops;
  const { at, lineId } = decisive.at(-1) ?? stops.at(-1) ?? { at: 0, lineId: "" };
  return {
    at,
    by: "contact",
    scope: optedOut ? "all" : "marketing",
    proof: said.has(lineId) ? "message" : "event",
    messageId: lineId,
  };
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
