import type { ConsentEvent, Sender } from "@hilo/schema";
import { wholeContact } from "../contacts/contacts.ts";
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
  const answered = consent === "stop" && scope === "marketing";
  return { consentAt: at, ...(answered ? {} : { optedOut: consent === "stop" }) };
}

type Place = { workspaceId: string; sender: Sender };

/**
 * Looks inside a transaction whether a wish is the last one heard, and gives what writes it: to the conversation and
 * to its contact, whose wish those heed who write to many.
 */
export async function heeding(
  transaction: Transaction,
  conversation: DocumentSnapshot,
  { workspaceId, sender }: Place,
  wish: TimedWish,
): Promise<() => Promise<void>> {
  if (Number(conversation.get("consentAt") ?? 0) > wish.at) return async () => undefined;
  const contactId = String(conversation.get("contactId"));
  const channelId = String(conversation.get("channelId"));
  const note = await wholeContact(transaction, { workspaceId, contactId, channelId, sender });
  return async () => {
    transaction.update(conversation.ref, changesByWish(wish));
    await note(wish.consent);
  };
}
