import { isDeepStrictEqual } from "node:util";
import { Conversation, type Message, type Millis, statusOf } from "@hilo/schema";
import { db, type Query, read, type Transaction } from "../platform/firestore.ts";
import { countingIn } from "../settings/settings.ts";
import { count } from "../stats/count.ts";
import { messageIn } from "./early-changes.ts";
import type { NewMessage } from "./new-message.ts";
import { conversationsOf, lastSent, messageOf, receivedAfter, sentAfter } from "./store.ts";

// A customer waits since the first message that came after our last answer. What is written in the phone's own app is
// an answer, and is told in any order: so who waits is read from the thread whenever something comes that is older
// than what is known already.

/** Among this many of our messages there is an answer; what follows it are campaigns and what failed. */
const few = 10;

/** Beyond this many no messages are counted one by one. */
const most = 100;

/** What is told of a thread after something of it came late, or was written elsewhere; whether that was news. */
export async function settleWait(arrived: NewMessage): Promise<boolean> {
  const { workspaceId, conversationId, messageId, message } = arrived;
  const messageRef = messageOf(workspaceId, conversationId, messageId);
  const ref = conversationsOf(workspaceId).doc(conversationId);
  const counting = await countingIn(workspaceId);
  return db().runTransaction(async (transaction) => {
    const conversation = read(Conversation, await transaction.get(ref));
    if (!conversation) return false;
    const place = { transaction, workspaceId, conversationId };
    const waiting = await waitingIn(place, conversation);
    const firstResponseAt = await firstResponseIn(place, conversation, message.providerAt);
    const waited = waitedFor(message, conversation, waiting.waitingSince);
    const isAnswer = waited !== undefined && (await transaction.get(messageRef)).exists;
    const now = { ...waiting, firstResponseAt };
    const isNews = !isDeepStrictEqual({ ...conversation, ...now }, conversation);
    if (isNews) transaction.update(ref, now);
    if (!isAnswer) return isNews;
    const at = message.providerAt;
    transaction.update(messageRef, { waitedSince: at - waited });
    count(transaction, { ...counting, conversationId, at }, { answers: waited });
    return true;
  });
}

/** A message from before our last answer leaves nobody waiting. */
export async function settleLateWait(arrived: NewMessage): Promise<boolean> {
  const { message, conversation } = arrived;
  return message.providerAt <= (conversation.answeredAt ?? -1) && settleWait(arrived);
}

/**
 * Whether nobody seems to have heard of an answer that was written elsewhere, in a thread in its order: somebody has
 * waited since before it, and nobody wrote before them whose wait it ended. Heard twice, it would count twice.
 */
export function isUnheard(
  { message, conversation }: NewMessage,
  thread: readonly Message[],
): boolean {
  const { waitingSince, firstResponseAt } = conversation;
  if (waitingSince === null || waitingSince > message.providerAt)
    return firstResponseAt === null && message.providerAt >= (begunAt(conversation) ?? Infinity);
  const older = thread.filter(({ providerAt }) => providerAt < message.providerAt);
  const answeredAt = older.findLast(isAnswer)?.providerAt ?? -1;
  return !older.some(
    ({ direction, quiet, past, providerAt }) =>
      direction === "inbound" &&
      !quiet &&
      !past &&
      providerAt > answeredAt &&
      providerAt < waitingSince,
  );
}

type Place = { transaction: Transaction; workspaceId: string; conversationId: string };
type Waiting = Pick<Conversation, "waitingSince" | "unread">;

/** Who waits is never taken for waiting longer by this: resolving ends a wait, too. */
async function waitingIn(place: Place, known: Conversation): Promise<Waiting> {
  const { waitingSince, unread } = known;
  if (waitingSince === null && unread === 0) return { waitingSince, unread };
  const { transaction, workspaceId, conversationId } = place;
  const sent = await all(transaction, lastSent(workspaceId, conversationId, few));
  const answeredAt = sent.find(isAnswer)?.providerAt ?? known.answeredAt ?? -1;
  // Who answered in the phone's app had all before it on the screen; who answers here may not have had it yet.
  const seenAt = sent.find(({ echo }) => echo)?.providerAt ?? -1;
  const open = await openAfter(place, answeredAt);
  const other = seenAt >= 0 && seenAt !== answeredAt;
  const unseen = other ? await openAfter(place, seenAt) : open;
  // What a machine wrote is unread, and waits for nobody.
  const first = open.messages.find((one) => !one.quiet)?.providerAt;
  const isCounted = (seenAt >= 0 || unseen.wasCalled) && unseen.isWhole;
  return {
    waitingSince:
      first === undefined || waitingSince === null ? null : Math.max(first, waitingSince),
    unread: isCounted ? Math.min(unread, unseen.messages.length) : unread,
  };
}

/** What the customer wrote after a time (ms), and after the last of their calls that was taken. */
async function openAfter({ transaction, workspaceId, conversationId }: Place, at: Millis) {
  const since = await all(transaction, receivedAfter(workspaceId, conversationId, at, most));
  const takenAt = since.findLast(isTakenCall)?.providerAt ?? -1;
  const messages = since.filter((one) => one.providerAt > takenAt && !one.past);
  return { messages, wasCalled: takenAt >= 0, isWhole: since.length < most };
}

/** Since when its messages count (ms); of one that is not measured yet all do. Null where no episode is under way. */
function begunAt({ episode, episodeAt = null }: Conversation): Millis | null {
  return episode === undefined ? 0 : episodeAt;
}

/** The first answer in the episode; only looked for where this message may change it. */
async function firstResponseIn(
  { transaction, workspaceId, conversationId }: Place,
  conversation: Conversation,
  at: Millis,
): Promise<Millis | null> {
  const { firstResponseAt } = conversation;
  const since = begunAt(conversation);
  if (since === null || at < since) return firstResponseAt;
  if (firstResponseAt !== null && firstResponseAt < at) return firstResponseAt;
  const sent = await all(transaction, sentAfter(workspaceId, conversationId, since, few));
  const response = sent.find(isAnswer)?.providerAt ?? null;
  if (response === null || firstResponseAt === null) return response ?? firstResponseAt;
  return Math.min(response, firstResponseAt);
}

async function all(transaction: Transaction, query: Query): Promise<Message[]> {
  return (await transaction.get(query)).docs.flatMap((doc) => messageIn(doc) ?? []);
}

/** Whether a person of ours wrote it, here or elsewhere, and it was not lost. */
export function isAnswer(message: Message): boolean {
  const { author, echo, kind } = message;
  if (kind === "reaction" || statusOf(message) === "failed") return false;
  return echo === true || author.type === "member";
}

/** A customer whose call was taken was answered by it. */
export function isTakenCall({ direction, call }: Message): boolean {
  return direction === "inbound" && (call?.state === "inProgress" || call?.state === "completed");
}

/** How long the customer waited for this answer (ms), when it is what ended the wait. */
function waitedFor(
  message: Message,
  { waitingSince }: Conversation,
  now: Millis | null,
): number | undefined {
  if (!message.echo || waitingSince === null || waitingSince === now) return undefined;
  return message.providerAt < waitingSince ? undefined : message.providerAt - waitingSince;
}
