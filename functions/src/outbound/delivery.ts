import { Conversation, Message, type Millis, statusOf, statusRank } from "@hilo/schema";
import type { Changeable } from "../conversations/apply-change.ts";
import { changesTo, waitingChanges } from "../conversations/early-changes.ts";
import { showing } from "../conversations/showing.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { alone } from "../platform/alone.ts";
import { now } from "../platform/clock.ts";
import { hash } from "../platform/crypto.ts";
import {
  commitIfSame,
  type DocumentReference,
  type DocumentSnapshot,
  db,
  FieldValue,
  read,
  stillAs,
  type Transaction,
} from "../platform/firestore.ts";
import { heldBefore } from "../platform/house.ts";
import { log } from "../platform/log.ts";
import { oneByOne } from "../platform/one-by-one.ts";
import { enqueue } from "../platform/tasks.ts";
import { ProviderError, type Receipt } from "../providers/adapter.ts";
import { followFailure } from "./failure.ts";
import { failureChanges, unconfirmed } from "./failure-changes.ts";
import { handOver } from "./hand-over.ts";
import { dueTimeOf, lookedAfter, lookedAfterAt } from "./outbox-times.ts";
import { changesOfEcho, dropEcho } from "./own-echo.ts";
import { missedBy, toldBy } from "./refused-copies.ts";
import { type Handed, type Ids, routeOf, type Sending } from "./sending.ts";
import { isProgressTold, tellStatus } from "./tell-status.ts";

/** How long one delivery may hold a message, in milliseconds: well over the provider's time-out. */
const leaseMs = 60_000;

/**
 * Tries to deliver a queued message once: takes it with a lease, hands it to the provider outside any
 * transaction, settles. Whoever comes second, or too early, does nothing; only the request that queued it need not wait
 * for its time, and hands on what it knows of it. Gives the message once it is sent, where nothing else was told of it.
 */
export async function deliver(
  workspaceId: string,
  conversationId: string,
  messageId: string,
  handed?: Handed,
): Promise<Message | undefined> {
  const since = handed ? 0 : await heldBefore();
  const ids = { workspaceId, conversationId, messageId };
  const conversation = handed?.conversation ?? (await conversationIn(workspaceId, conversationId));
  const message = await take(ids, handed, (found) =>
    handed && !found.attempts ? true : isDue(found, since),
  );
  if (!message || !conversation) return undefined;
  const sending = { ...ids, message, conversation };
  const handedOver = await tryHandOver(sending);
  if (handedOver instanceof ProviderError) return settleFailed(sending, handedOver);
  const missed = missedBy(sending, handedOver);
  if (missed) return settleFailed(sending, missed, toldBy(handedOver));
  return settleSent(sending, handedOver);
}

/** A failure that is not the channel's own happened before anything was handed over. */
async function tryHandOver(sending: Sending): Promise<Receipt | ProviderError> {
  try {
    return await handOver(sending);
  } catch (error) {
    if (error instanceof ProviderError) return error;
    log.error("outbox.notHandedOver", { messageId: sending.messageId, error });
    return new ProviderError("unreachable", "internal", "The message could not be prepared");
  }
}

/**
 * Compare-and-set: queued, and in time, becomes sending, under a lease. Others change the conversation at the same time,
 * and nothing here depends on their order.
 */
async function take(
  ids: Ids,
  handed: Handed | undefined,
  isTime: (message: Message) => boolean,
): Promise<Message | undefined> {
  const ref = sendingRef(ids);
  const { message, writtenAt } = handed ?? {};
  if (message && writtenAt) {
    const batch = db().batch();
    batch.update(ref, leased(message), { lastUpdateTime: writtenAt });
    return (await commitIfSame(batch)) ? message : undefined;
  }
  // Whoever presses often asks often: nobody waits for a lock, and whoever comes second finds it taken.
  return oneByOne(ref.path, () =>
    db().runTransaction(async (transaction) => {
      const doc = await ref.get();
      const found = read(Message, doc);
      if (!found || !isQueued(found) || found.pump !== handed?.pump || !isTime(found))
        return undefined;
      transaction.update(ref, leased(found), stillAs(doc));
      return found;
    }),
  );
}

function leased(message: Message) {
  return {
    status: "sending",
    attempts: FieldValue.increment(1),
    ...lookedAfterAt(message, new Date(now() + leaseMs)),
  };
}

async function conversationIn(workspaceId: string, conversationId: string) {
  return read(Conversation, await conversationsOf(workspaceId).doc(conversationId).get());
}

function isQueued(message: Message): boolean {
  const goesOut = message.direction === "outbound" || message.carries !== undefined;
  return goesOut && statusOf(message) === "queued";
}

/** Whether a message's time has come, which lies not before what is held. */
function isDue(message: Message, since: number): boolean {
  const due = dueTimeOf(message)?.getTime() ?? 0;
  return due <= now() && due >= since;
}

/**
 * The message's own writes are blind: whatever was told of it meanwhile, its rank and times end the same. It is read
 * where others are told of it, who must not be told again.
 */
async function settleSent(sending: Sending, receipt: Receipt): Promise<Message | undefined> {
  const { message } = sending;
  const place = earlyRef(sending, receipt);
  const at = now();
  const sent = {
    ...toldBy(receipt),
    status: "sent",
    statusRank: FieldValue.maximum(statusRank.sent),
    "statusAt.sent": FieldValue.minimum(at),
    ...lookedAfter(),
  };
  const isWatched = await isProgressTold(sending.workspaceId);
  const isAlone = await db().runTransaction(async (transaction) => {
    const early = await transaction.get(place);
    const isBlind = !early.exists && !isWatched;
    const known = isBlind ? undefined : read(Message, await transaction.get(sendingRef(sending)));
    const told = early.exists ? await takeIn(transaction, sending, early, known ?? message) : {};
    transaction.update(sendingRef(sending), { ...sent, ...told });
    if (known) await tellSent(transaction, sending, known, at);
    return isBlind;
  });
  const { externalId } = receipt;
  if (!isAlone || receipt.refused?.length) return undefined;
  const statusAt = { ...message.statusAt, sent: at };
  return { ...message, status: "sent", statusRank: statusRank.sent, statusAt, externalId };
}

/** A watermark that overtook this answer is known to be about it, too, only now. */
async function tellSent(transaction: Transaction, ids: Ids, message: Message, at: Millis) {
  await tellStatus(transaction, ids, message, { status: "sent", at });
  for (const status of ["delivered", "read"] as const) {
    const toldAt = message.told?.[status];
    if (toldAt !== undefined) await tellStatus(transaction, ids, message, { status, at: toldAt });
  }
}

/** Where something may wait for the message under the id that the provider has just given it. */
function earlyRef(sending: Sending, { externalId }: Receipt): DocumentReference {
  const { workspaceId, conversationId } = sending;
  return messageOf(workspaceId, conversationId, hash(routeOf(sending).channelId, externalId));
}

/** What was done to the message, or to an echo of it, before its id was known. */
async function takeIn(
  transaction: Transaction,
  sending: Sending,
  early: DocumentSnapshot,
  message: Message,
): Promise<Partial<Changeable> & Pick<Message, "waitedSince">> {
  const waiting = waitingChanges(early);
  const told = waiting ? changesTo(message, waiting) : changesOfEcho(early);
  const renewed = told.text !== undefined || told.deletedAt !== undefined;
  const show =
    renewed && (await showing(transaction, conversationRef(sending), { ...message, ...told }));
  const answered = await dropEcho(transaction, early, sending);
  if (show) show();
  if (waiting) transaction.delete(early.ref);
  return { ...told, ...answered };
}

async function settleFailed(
  sending: Sending,
  error: ProviderError,
  told: ReturnType<typeof toldBy> | undefined = undefined,
): Promise<undefined> {
  log.warn("outbox.failed", {
    conversationId: sending.conversationId,
    messageId: sending.messageId,
    kind: error.kind,
    code: error.code,
  });
  const outcome = failureChanges(sending, error);
  await settle(sending, async (transaction, message) => {
    // A status has overtaken the answer: the provider has the message after all.
    if (message.status !== "sending" || message.statusRank > statusRank.queued) return;
    await outcome.also(transaction);
    // Watermarks meanwhile were about other messages.
    transaction.update(sendingRef(sending), {
      ...outcome.message,
      ...told,
      told: FieldValue.delete(),
    });
    if (outcome.end) await tellStatus(transaction, sending, message, outcome.end);
  });
  if (outcome.retryAt) await later(sending, outcome.retryAt);
  else await follow(sending);
  return undefined;
}

/** What follows from a failure: should it not come about, the night makes up for it. */
async function follow(ids: Ids): Promise<void> {
  const { workspaceId, conversationId, messageId } = ids;
  const about = { workspaceId, conversationId, messageId };
  await alone("failure.notFollowed", about, () => followFailure(sendingRef(ids)));
}

/** A task that cannot be queued is not missed: the message's due time has the sweep find it, or its pump. */
async function later(sending: Sending, at: Date): Promise<void> {
  const { workspaceId, conversationId, messageId, message } = sending;
  if (message.pump !== undefined) return;
  try {
    await enqueue("deliver", { workspaceId, conversationId, messageId }, at);
  } catch (error) {
    log.warn("outbox.notQueued", { conversationId, messageId, error });
  }
}

async function settle(
  sending: Sending,
  change: (transaction: Transaction, message: Message) => void | Promise<void>,
): Promise<void> {
  await db().runTransaction(async (transaction) => {
    const message = read(Message, await transaction.get(sendingRef(sending)));
    if (message) await change(transaction, message);
  });
}

/** A delivery whose lease ran out died after it may have been handed over: only a person or a status can tell. */
export async function giveUp(
  workspaceId: string,
  conversationId: string,
  messageId: string,
): Promise<void> {
  const ref = messageOf(workspaceId, conversationId, messageId);
  const isOver = await db().runTransaction(async (transaction) => {
    const message = read(Message, await transaction.get(ref));
    // Without a due time a status has proved since that the provider has it.
    const due = message && dueTimeOf(message);
    if (message?.status !== "sending" || !due || due.getTime() > now()) return false;
    transaction.update(ref, unconfirmed());
    const ids = { workspaceId, conversationId, messageId };
    await tellStatus(transaction, ids, message, { status: "unknown", at: now() });
    return true;
  });
  if (isOver) await follow({ workspaceId, conversationId, messageId });
}

function conversationRef({ workspaceId, conversationId }: Sending) {
  return conversationsOf(workspaceId).doc(conversationId);
}

function sendingRef({ workspaceId, conversationId, messageId }: Ids) {
  return messageOf(workspaceId, conversationId, messageId);
}
