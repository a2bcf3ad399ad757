import { Conversation, Message, statusOf, statusRank } from "@hilo/schema";
import { changesTo, waitingChanges } from "../conversations/early-changes.ts";
import { showing } from "../conversations/showing.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { alone } from "../platform/alone.ts";
import { now } from "../platform/clock.ts";
import { hash } from "../platform/crypto.ts";
import { db, FieldValue, read, stillAs, type Transaction } from "../platform/firestore.ts";
import { heldBefore } from "../platform/house.ts";
import { log } from "../platform/log.ts";
import { oneByOne } from "../platform/one-by-one.ts";
import { enqueue } from "../platform/tasks.ts";
import { ProviderError, type Receipt } from "../providers/adapter.ts";
import { followFailure } from "./failure.ts";
import { handOver } from "./hand-over.ts";
import { failureChanges, unconfirmed } from "./outcome.ts";
import { type Ids, type Parcel, routeOf } from "./outgoing.ts";
import { changesOfEcho, dropEcho } from "./own-echo.ts";
import { missedBy, toldBy } from "./refused-copies.ts";

/** How long one delivery may hold a message, in milliseconds: well over the provider's time-out. */
const leaseMs = 60_000;

/**
 * Tries to deliver a queued message once: takes it with a lease, hands it to the provider outside any
 * transaction, settles. Whoever comes second, or too early, does nothing; only the request that queued it need not wait
 * for its time, and may know its conversation from just now.
 */
export async function deliver(
  workspaceId: string,
  conversationId: string,
  messageId: string,
  request?: { conversation?: Conversation },
): Promise<void> {
  const since = request ? 0 : await heldBefore();
  const known = request?.conversation ?? (await conversationIn(workspaceId, conversationId));
  const parcel = await take({ workspaceId, conversationId, messageId }, known, (message) =>
    request && !message.attempts ? true : isDue(message, since),
  );
  if (!parcel) return;
  const handedOver = await tryHandOver(parcel);
  if (handedOver instanceof ProviderError) return settleFailed(parcel, handedOver);
  const missed = missedBy(parcel, handedOver);
  if (missed) await settleFailed(parcel, missed, toldBy(handedOver));
  else await settleSent(parcel, handedOver);
}

/** A failure that is not the channel's own happened before anything was handed over. */
async function tryHandOver(parcel: Parcel): Promise<Receipt | ProviderError> {
  try {
    return await handOver(parcel);
  } catch (error) {
    if (error instanceof ProviderError) return error;
    log.error("outbox.notHandedOver", { messageId: parcel.messageId, error });
    return new ProviderError("unreachable", "internal", "The message could not be prepared");
  }
}

/**
 * Compare-and-set: queued, and in time, becomes sending, under a lease. Others change the conversation at the same time,
 * and nothing here depends on their order.
 */
async function take(
  { workspaceId, conversationId, messageId }: Ids,
  conversation: Conversation | undefined,
  isTime: (message: Message) => boolean,
): Promise<Parcel | undefined> {
  const ref = messageOf(workspaceId, conversationId, messageId);
  // Whoever presses often asks often: nobody waits for a lock, and whoever comes second finds it taken.
  return oneByOne(ref.path, () =>
    db().runTransaction(async (transaction) => {
      const found = await ref.get();
      const message = read(Message, found);
      if (!message || !conversation || !isQueued(message) || !isTime(message)) return undefined;
      const changes = {
        status: "sending",
        attempts: FieldValue.increment(1),
        dueAt: new Date(now() + leaseMs),
      };
      transaction.update(ref, changes, stillAs(found));
      return { workspaceId, conversationId, messageId, message, conversation };
    }),
  );
}

async function conversationIn(workspaceId: string, conversationId: string) {
  return read(Conversation, await conversationsOf(workspaceId).doc(conversationId).get());
}

function isQueued(message: Message): boolean {
  const goesOut = message.direction === "outbound" || message.carries !== undefined;
  return goesOut && statusOf(message) === "queued";
}

/** Whether a message's time has come, which lies not before what is held. */
function isDue({ dueAt }: Message, since: number): boolean {
  const due = dueAt?.getTime() ?? 0;
  return due <= now() && due >= since;
}

async function settleSent(parcel: Parcel, receipt: Receipt): Promise<void> {
  const { externalId } = receipt;
  const early = messageOf(
    parcel.workspaceId,
    parcel.conversationId,
    hash(routeOf(parcel).channelId, externalId),
  );
  await settle(parcel, async (transaction, message) => {
    const place = await transaction.get(early);
    const waiting = waitingChanges(place);
    const told = waiting ? changesTo(message, waiting) : changesOfEcho(place);
    const renewed = told.text !== undefined || told.deletedAt !== undefined;
    const show =
      renewed && (await showing(transaction, conversationRef(parcel), { ...message, ...told }));
    await dropEcho(transaction, place, parcel);
    if (show) show();
    const at = Math.min(message.statusAt.sent ?? now(), now());
    const rank = Math.max(message.statusRank, statusRank.sent);
    const settled = {
      ...message,
      statusRank: rank,
      statusAt: { ...message.statusAt, sent: at },
    };
    transaction.update(parcelRef(parcel), {
      ...toldBy(receipt),
      status: statusOf({ ...settled, status: "sent" }),
      statusRank: FieldValue.maximum(statusRank.sent),
      "statusAt.sent": FieldValue.minimum(at),
      dueAt: FieldValue.delete(),
      ...told,
    });
    if (waiting) transaction.delete(early);
  });
}

async function settleFailed(
  parcel: Parcel,
  error: ProviderError,
  told: ReturnType<typeof toldBy> | undefined = undefined,
): Promise<void> {
  log.warn("outbox.failed", {
    conversationId: parcel.conversationId,
    messageId: parcel.messageId,
    kind: error.kind,
    code: error.code,
  });
  const outcome = failureChanges(parcel, error);
  await settle(parcel, async (transaction, message) => {
    // A status has overtaken the answer: the provider has the message after all.
    if (message.status !== "sending" || message.statusRank > statusRank.queued) return;
    await outcome.also(transaction);
    // Watermarks meanwhile were about other messages.
    transaction.update(parcelRef(parcel), {
      ...outcome.message,
      ...told,
      told: FieldValue.delete(),
    });
  });
  if (outcome.retryAt) await later(parcel, outcome.retryAt);
  else await follow(parcel);
}

/** What follows from a failure: should it not come about, the night makes up for it. */
async function follow(ids: Ids): Promise<void> {
  const { workspaceId, conversationId, messageId } = ids;
  const about = { workspaceId, conversationId, messageId };
  await alone("failure.notFollowed", about, () => followFailure(parcelRef(ids)));
}

/** A task that cannot be queued is not missed: the message's due time has the sweep find it. */
async function later({ workspaceId, conversationId, messageId }: Parcel, at: Date): Promise<void> {
  try {
    await enqueue("deliver", { workspaceId, conversationId, messageId }, at);
  } catch (error) {
    log.warn("outbox.notQueued", { conversationId, messageId, error });
  }
}

async function settle(
  parcel: Parcel,
  change: (transaction: Transaction, message: Message) => void | Promise<void>,
): Promise<void> {
  await db().runTransaction(async (transaction) => {
    const message = read(Message, await transaction.get(parcelRef(parcel)));
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
    if (!message?.dueAt || message.dueAt.getTime() > now()) return false;
    if (message.status !== "sending") return false;
    transaction.update(ref, unconfirmed());
    return true;
  });
  if (isOver) await follow({ workspaceId, conversationId, messageId });
}

function conversationRef({ workspaceId, conversationId }: Parcel) {
  return conversationsOf(workspaceId).doc(conversationId);
}

function parcelRef({ workspaceId, conversationId, messageId }: Ids) {
  return messageOf(workspaceId, conversationId, messageId);
}
