import type { Message } from "@hilo/schema";
import type { DocumentReference, Transaction } from "../platform/firestore.ts";
import { previewFrom } from "./arrival.ts";
import { isLast, type Latest } from "./newest.ts";

/** What the list is shown by. */
export type Shown = Pick<
  Message,
  "providerAt" | "order" | "text" | "kind" | "direction" | "mail" | "deletedAt"
>;

/**
 * Looks inside a transaction whether the list shows this message, and gives what has it tell what the message says
 * now, and nothing of what was deleted.
 */
export async function showing(
  transaction: Transaction,
  conversation: DocumentReference,
  message: Shown,
): Promise<() => void> {
  const known = (await transaction.get(conversation)).data() as Latest | undefined;
  if (!known || !isLast(known, message)) return () => undefined;
  return () => void transaction.update(conversation, { preview: previewFrom(message) });
}
