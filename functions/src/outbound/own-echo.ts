import { Conversation, type Message, waitedMs } from "@hilo/schema";
import type { Changeable } from "../conversations/apply-change.ts";
import { conversationsOf } from "../conversations/store.ts";
import { turnBack } from "../conversations/turn.ts";
import { type DocumentSnapshot, plain, read, type Transaction } from "../platform/firestore.ts";
import { countingIn } from "../settings/settings.ts";
import { count, uncount } from "../stats/count.ts";
import type { Sending } from "./sending.ts";

/** What was done to an echo before it turned out to be a message of ours: it is left for the message itself. */
export function changesOfEcho(echo: DocumentSnapshot): Partial<Changeable> {
  if (echo.get("echo") !== true) return {};
  const { reactions, deletedAt, editedAt, text, original } = plain(echo.data()) as Changeable;
  return {
    ...(reactions ? { reactions } : {}),
    ...(deletedAt === undefined ? {} : { deletedAt }),
    ...(editedAt === undefined || original === undefined ? {} : { editedAt, text, original }),
  };
}

/**
 * An echo may even come before the provider's answer to the send. It goes then, with what it counted and the turn that
 * it took; the answer that it was is the message itself. What that changes in the message.
 */
export async function dropEcho(
  transaction: Transaction,
  echo: DocumentSnapshot,
  { workspaceId, conversationId, message }: Sending,
): Promise<Pick<Message, "waitedSince">> {
  if (echo.get("echo") !== true) return {};
  const counting = await countingIn(workspaceId);
  const told = plain(echo.data()) as Pick<Message, "providerAt" | "waitedSince" | "tookTurn">;
  const ref = conversationsOf(workspaceId).doc(conversationId);
  const conversation = read(Conversation, await transaction.get(ref));
  const back = conversation && turnBack(told, conversation);
  if (back) transaction.update(ref, back);
  transaction.delete(echo.ref);
  const { providerAt, waitedSince } = told;
  const waited = waitedMs({ providerAt, waitedSince });
  const answers = waited === null ? {} : { answers: waited };
  uncount(transaction, { ...counting, conversationId, at: providerAt }, { sent: true, ...answers });
  if (waitedSince === undefined || message.waitedSince !== undefined) return {};
  const { providerAt: at } = message;
  const occasion = { ...counting, conversationId, at };
  count(transaction, occasion, { answers: waitedMs({ providerAt: at, waitedSince }) ?? 0 });
  return { waitedSince };
}
