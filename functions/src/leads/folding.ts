import { type Folded, type Lead, type Millis, threadOrder } from "@hilo/schema";
import type { NewMessage } from "../conversations/new-message.ts";
import { newestMessages } from "../conversations/newest.ts";
import {
  type Classified,
  classify,
  emptyState,
  type FoldState,
  refolded,
  step,
} from "../funnels/classify.ts";
import { answerBetween, isPersons, saidIn, tellsMatter } from "./speech.ts";

/** What a lead is in memory of after a message, and what that says. */
export type Fold = { folded: Folded; says: Classified };

/** A message that came twice is known among so many. */
const remembered = 20;

/**
 * Folds a message into what a lead is in memory of; undefined where it is in it already. Unless it comes late, nothing is
 * read.
 */
export async function foldIn(
  arrived: NewMessage,
  lead: Pick<Lead, "folded"> | undefined,
): Promise<Fold | undefined> {
  const { message, messageId, conversation } = arrived;
  const known = lead?.folded;
  if (known?.ids.includes(messageId)) return undefined;
  if (known && message.providerAt < known.at) return foldAgain(arrived, known.at);
  const answer = answerBetween(conversation, known?.at ?? 0, message.providerAt);
  const before = (known?.state as FoldState | undefined) ?? emptyState();
  const state = answer ? step(before, answer).state : before;
  const says = step(state, saidIn(message));
  const heard = [...(known?.ids ?? []), messageId].map((id) => ({ id }));
  return { folded: foldedOf(heard, message.providerAt, says), says };
}

/** A message that came late: the last of what was said is folded anew, in its order. */
async function foldAgain(arrived: NewMessage, knownAt: number): Promise<Fold | undefined> {
  const { workspaceId, conversationId, messageId } = arrived;
  const { thread, heard, says } = await foldThread(workspaceId, conversationId);
  // What is older than all that counts changes nothing.
  if (!thread.some(({ id }) => id === messageId)) return undefined;
  const at = Math.max(knownAt, heard.at(-1)?.providerAt ?? 0);
  return { folded: foldedOf(heard, at, says), says };
}

/** The last of what was said in a conversation, in its order and folded from the beginning; `heard`: by its customer. */
export async function foldThread(workspaceId: string, conversationId: string) {
  const newest = await newestMessages(workspaceId, conversationId, refolded);
  const thread = newest
    .filter((message) => tellsMatter({ message }) || isPersons(message))
    .sort(threadOrder);
  const heard = thread.filter(({ direction }) => direction === "inbound");
  return { thread, heard, says: classify(thread.map(saidIn)) };
}

/** What a lead is in memory of that was told so much. */
export function foldedOf(
  heard: readonly { id: string }[],
  at: Millis,
  { state }: Classified,
): Folded {
  return { at, ids: heard.map(({ id }) => id).slice(-remembered), state };
}
