import { Conversation, Message, type Millis, statusOf } from "@hilo/schema";
import { messageIn } from "../conversations/early-changes.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { now } from "../platform/clock.ts";
import {
  type DocumentReference,
  db,
  FieldValue,
  isUnreadable,
  read,
} from "../platform/firestore.ts";
import { runAll } from "../platform/isolated.ts";
import { log } from "../platform/log.ts";
import { countingIn } from "../settings/settings.ts";
import { countsWrongly, rightCount } from "./failed-counts.ts";
import { tellReaction } from "./tell-status.ts";

type Path = { workspaceId: string; conversationId: string; messageId: string };

/** What follows when a message of ours failed, or nobody knows what became of it; each tells whether that was news. */
export const followers: Record<string, (path: Path, message: Message) => Promise<boolean>> = {
  settleFailure,
  closeWindow,
  takeBack,
};

/**
 * Does what follows from a failure that was just recorded, each beside the others. May be done again; throws at the end
 * when one failed that may come through then.
 */
export async function followFailure(ref: DocumentReference): Promise<void> {
  const path = pathOf(ref);
  const message = await readable(ref);
  if (message?.direction !== "outbound") return;
  await runAll("failure.notFollowed", path, followers, (follow) => follow(path, message));
}

/**
 * Of a message that was told to have failed, something else was heard since: it arrived after all, or the last thing
 * heard of it was told late and it is a failure still.
 */
export async function settleArrival(ref: DocumentReference): Promise<void> {
  const message = await readable(ref);
  if (!message) return void (await ref.update({ failureAt: FieldValue.delete() }));
  if (await settleFailure(pathOf(ref), message)) return;
  // Where there is no conversation any more that could be told, nothing is left to be taken back.
  const told = needsSomebody(message) ? {} : { failureAt: FieldValue.delete() };
  await ref.update({ status: statusOf(message), ...told });
}

function pathOf(ref: DocumentReference): Path {
  const [, workspaceId = "", , conversationId = "", , messageId = ""] = ref.path.split("/");
  return { workspaceId, conversationId, messageId };
}

/** A message in a shape of another time is left alone: no further try would read it. */
async function readable(ref: DocumentReference): Promise<Message | undefined> {
  try {
    return messageIn(await ref.get());
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    log.error("failure.unreadable", { ...pathOf(ref), error });
    return undefined;
  }
}

type Changes = { message: Record<string, unknown>; conversation: Record<string, unknown> };

/**
 * An answer this soon (ms) after a failure was on its way already, such as the next of several files: whoever wrote
 * it knew nothing of the failure, which is still to be seen.
 */
const onItsWayMs = 5_000;

/** Whether an answer at this time was written by somebody who could see that a send had failed. */
export function answersFailure(
  { failedAt }: Pick<Conversation, "failedAt">,
  answeredAt: Millis,
): boolean {
  return !!failedAt && answeredAt - failedAt >= onItsWayMs;
}

/**
 * Tells the conversation that a message of ours failed, or that nobody knows what became of it: it shows so in every
 * list until somebody tries again, answers or resolves, and the customer of an answer goes on waiting. What failed
 * counts no more. Told once for each message, and taken back when it arrived after all. Whether it was news.
 */
async function settleFailure(path: Path, message: Message): Promise<boolean> {
  if (!hasNews(message)) return false;
  const { workspaceId, conversationId, messageId } = path;
  const conversationRef = conversationsOf(workspaceId).doc(conversationId);
  const messageRef = messageOf(workspaceId, conversationId, messageId);
  return db().runTransaction(async (transaction) => {
    const [conversationDoc, messageDoc] = await transaction.getAll(conversationRef, messageRef);
    const conversation = conversationDoc && read(Conversation, conversationDoc);
    const current = messageDoc && read(Message, messageDoc);
    if (!conversation || !current || !hasNews(current)) return false;
    const changes = failureChanges(current, conversation, now());
    const counting = await countingIn(workspaceId);
    const occasion = { ...counting, conversationId, at: current.providerAt };
    const counted = rightCount(transaction, occasion, current);
    transaction.update(messageRef, { ...changes.message, ...counted });
    if (Object.keys(changes.conversation).length > 0)
      transaction.update(conversationRef, changes.conversation);
    return true;
  });
}

function hasNews(message: Message): boolean {
  const { failureAt, waitedSince } = message;
  const failed = statusOf(message) === "failed";
  return (
    needsSomebody(message) !== (failureAt !== undefined) ||
    (failed && waitedSince !== undefined) ||
    countsWrongly(message)
  );
}

/** A reaction that failed is taken off its message, and nothing is left to be done. */
function needsSomebody(message: Message): boolean {
  const over = message.kind === "reaction" || message.retriedAs !== undefined;
  return !over && ["failed", "unknown"].includes(statusOf(message));
}

/** What the truth about a message changes in it and in its conversation. */
export function failureChanges(message: Message, conversation: Conversation, at: Millis): Changes {
  const told = toldBy(message, conversation, at);
  const waits = waitingBy(message, conversation);
  return {
    message: { ...told.message, ...waits.message },
    conversation: { ...told.conversation, ...waits.conversation },
  };
}

function toldBy(message: Message, conversation: Conversation, at: Millis): Changes {
  const { failureAt } = message;
  if (!needsSomebody(message)) return takenBack(message, conversation);
  if (failureAt !== undefined) return nothing;
  const failedAt = Math.min(message.statusAt.failed ?? message.statusAt.unknown ?? at, at);
  const { preview, lastMessageAt } = conversation;
  const answered = preview.direction === "outbound" && answersFailure({ failedAt }, lastMessageAt);
  const newest = Math.max(failedAt, conversation.failedAt ?? 0);
  return {
    message: { failureAt: failedAt },
    conversation: answered ? {} : { failedAt: newest },
  };
}

const nothing: Changes = { message: {}, conversation: {} };

function takenBack({ failureAt }: Message, conversation: Conversation): Changes {
  if (failureAt === undefined) return nothing;
  return {
    message: { failureAt: FieldValue.delete() },
    conversation: conversation.failedAt === failureAt ? { failedAt: null } : {},
  };
}

/** A customer whose answer failed is still waiting, since when they were: unless something was written after it. */
function waitingBy(message: Message, conversation: Conversation): Changes {
  const { waitedSince, providerAt } = message;
  if (waitedSince === undefined || statusOf(message) !== "failed") return nothing;
  return {
    message: { waitedSince: FieldValue.delete() },
    conversation:
      conversation.lastMessageAt === providerAt
        ? { waitingSince: FieldValue.minimum(waitedSince) }
        : {},
  };
}

/**
 * The provider knows best whether its reply window is closed: webhooks may come late and without their time. So an
 * answer that it refused for that closes ours, unless the customer has written since. Whether it was open.
 */
async function closeWindow(path: Path, message: Message): Promise<boolean> {
  if (statusOf(message) !== "failed" || message.error?.reason !== "windowClosed") return false;
  const ref = conversationsOf(path.workspaceId).doc(path.conversationId);
  const { providerAt } = message;
  return db().runTransaction(async (transaction) => {
    const conversation = read(Conversation, await transaction.get(ref));
    if (!conversation || (conversation.lastInboundAt ?? 0) > providerAt) return false;
    if ((conversation.replyUntil ?? 0) <= providerAt) return false;
    transaction.update(ref, { replyUntil: providerAt });
    return true;
  });
}

/** A reaction that did not arrive is taken off its message again, unless another took its place; whether it was there. */
async function takeBack(path: Path, message: Message): Promise<boolean> {
  const targetId = message.replyTo?.id;
  if (message.kind !== "reaction" || !targetId || statusOf(message) !== "failed") return false;
  const ref = messageOf(path.workspaceId, path.conversationId, targetId);
  return db().runTransaction(async (transaction) => {
    const ours = messageIn(await transaction.get(ref))?.reactions?.us;
    if (ours?.emoji !== message.text || ours.at > message.providerAt) return false;
    transaction.update(ref, { "reactions.us": FieldValue.delete() });
    await tellReaction(transaction, path, targetId);
    return true;
  });
}
