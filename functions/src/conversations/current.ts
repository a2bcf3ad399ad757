import { Conversation } from "@hilo/schema";
import { AppError } from "../platform/errors.ts";
import {
  type DocumentReference,
  db,
  type Precondition,
  read,
  stillAs,
  type Transaction,
} from "../platform/firestore.ts";
import { oneByOne } from "../platform/one-by-one.ts";
import { conversationsOf } from "./store.ts";

/** A conversation as it was read, and what has to hold for a write that follows from it. */
export type Current = { conversation: Conversation; still: Precondition };

/** A conversation that is changed: `alter` writes to it, once, if it is still as it was read. */
export type Altering = Pick<Current, "conversation"> & {
  transaction: Transaction;
  alter(changes: Record<string, unknown>): void;
};

/** The conversation as it is, if there is one. */
export async function currentIn(ref: DocumentReference): Promise<Current | undefined> {
  const snapshot = await ref.get();
  const conversation = read(Conversation, snapshot);
  return conversation && { conversation, still: stillAs(snapshot) };
}

/** The same; throws `notFound` when there is none. */
export async function currentOf(ref: DocumentReference): Promise<Current> {
  const current = await currentIn(ref);
  if (!current) throw new AppError("notFound", "There is no such conversation.");
  return current;
}

/** The same, for whoever only looks at it. */
export async function present(ref: DocumentReference): Promise<Conversation> {
  return (await currentOf(ref)).conversation;
}

/**
 * Decides about a conversation and changes it in one commit, however many want to at once: one after another, each
 * knowing what those before did. `run` may run more than once.
 */
export function altering<T>(
  workspaceId: string,
  conversationId: string,
  run: (it: Altering) => Promise<T>,
): Promise<T> {
  const ref = conversationsOf(workspaceId).doc(conversationId);
  return oneByOne(ref.path, () =>
    db().runTransaction(async (transaction) => {
      const { conversation, still } = await currentOf(ref);
      const alter = (changes: Record<string, unknown>) =>
        void transaction.update(ref, changes, still);
      return run({ conversation, transaction, alter });
    }),
  );
}
