import type { ConsentEvent, OptOut } from "@hilo/schema";
import { optOutsOf } from "../contacts/opt-outs.ts";
import type { DocumentSnapshot, Transaction } from "../platform/firestore.ts";
import { systemLine, theHouse } from "./system-line.ts";

/** A wish about being written to, with the provider's time of it (ms). */
export type TimedWish = Pick<ConsentEvent, "consent" | "scope"> & { at: number };

/** How the thread tells a wish. */
export function lineOf({ consent, scope, at }: TimedWish) {
  const type = consent === "stop" ? ("optOut" as const) : ("optIn" as const);
  const event = { type, ...(scope ? { scope } : {}) };
  return { ...systemLine(event, theHouse), providerAt: at };
}

/** What a wish changes in its conversation. Who only stopped marketing is answered all the same. */
export function changesByWish({ consent, scope, at }: TimedWish) {
  const isStop = consent === "stop";
  if (isStop && scope === "marketing") return { consentAt: at, noMarketing: true };
  return { consentAt: at, optedOut: isStop, noMarketing: false };
}

/** What somebody's names keep of a wish of theirs that the provider told, and that stands as a line in the thread. */
export function optOutBy({ consent, scope, at }: TimedWish, messageId: string): OptOut | undefined {
  if (consent !== "stop") return undefined;
  return { at, by: "contact", scope: scope ?? "all", proof: "event", messageId };
}

type Place = { workspaceId: string; lineId: string };

/**
 * Looks inside a transaction whether a wish is the last one heard, and gives what writes it: to the conversation and
 * to the names that lead to it.
 */
export async function heeding(
  transaction: Transaction,
  conversation: DocumentSnapshot,
  { workspaceId, lineId }: Place,
  wish: TimedWish,
): Promise<() => void> {
  if (Number(conversation.get("consentAt") ?? 0) > wish.at) return () => undefined;
  const optOuts = await optOutsOf(transaction, workspaceId, conversation.id);
  const isKept = wish.scope === "marketing" && conversation.get("optedOut") === true;
  return () => {
    transaction.update(conversation.ref, changesByWish(wish));
    // Who wants nothing at all does not come back by wanting no offers.
    if (!(isKept && wish.consent === "stop")) optOuts.note(optOutBy(wish, lineId));
  };
}
