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
import { failureChanges, unconfirmed } from "./failure-changes.ts";
import { handOver } from "./hand-over.ts";
import { changesOfEcho, dropEcho } from "./own-echo.ts";
import { missedBy, toldBy } from "./refused-copies.ts";
import { type Ids, routeOf, type Sending } from "./sending.ts";
import { tellStatus } from "./tell-status.ts";

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
  const sending = await take({ workspaceId, conversationId, messageId }, known, (message) =>
    request && !message.attempts ? true : isDue(message, since),
  );
  if (!sending) return;
  const handedOver = await tryHandOver(sending);
  if (handedOver instanceof ProviderError) return settleFailed(sending, handedOver);
  const missed = missedBy(sending, handedOver);
  if (missed) await settleFailed(sending, missed, toldBy(handedOver));
  else await settleSent(sending, handedOver);
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
  { workspaceId, conversationId, messageId }: Ids,
  conversation: Conversation | undefined,
  isTime: (message: Message) => boolean,
): Promise<Sending | undefined> {
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

async function settleSent(sending: Sending, receipt: Receipt): Promise<void> {
  const { externalId } = receipt;
  const early = messageOf(
    sending.workspaceId,
    sending.conversationId,
    hash(routeOf(sending).channelId, externalId),
  );
  await settle(sending, async (transaction, message) => {
    const place = await transaction.get(early);
    const waiting = waitingChanges(place);
    const told = waiting ? changesTo(message, waiting) : changesOfEcho(place);
    const renewed = told.text !== undefined || told.deletedAt !== undefined;
    const show =
      renewed && (await showing(transaction, conversationRef(sending), { ...message, ...told }));
    const answered = await dropEcho(transaction, place, sending);
    if (show) show();
    const at = Math.min(message.statusAt.sent ?? now(), now());
    const rank = Math.max(message.statusRank, statusRank.sent);
    const settled = {
      ...message,
      statusRank: rank,
      statusAt: { ...message.statusAt, sent: at },
    };
    transaction.update(sendingRef(sending), {
      ...toldBy(receipt),
      status: statusOf({ ...settled, status: "sent" }),
      statusRank: FieldValue.maximum(statusRank.sent),
      "statusAt.sent": FieldValue.minimum(at),
      dueAt: FieldValue.delete(),
      ...told,
      ...answered,
    });
    if (waiting) transaction.delete(early);
    await tellStatus(transaction, sending, message, { status: "sent", at });
    // A watermark that overtook this answer is known to be about it, too, only now.
    for (const status of ["delivered", "read"] as const) {
      const toldAt = message.told?.[status];
      if (toldAt !== undefined)
        await tellStatus(transaction, sending, message, { status, at: toldAt });
    }
  });
}

async function settleFailed(
  sending: Sending,
  error: ProviderError,
  told: ReturnType<typeof toldBy> | undefined = undefined,
): Promise<void> {
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
}

/** What follows from a failure: should it not come about, the night makes up for it. */
async function follow(ids: Ids): Promise<void> {
  const { workspaceId, conversationId, messageId } = ids;
  const about = { workspaceId, conversationId, messageId };
  await alone("failure.notFollowed", about, () => followFailure(sendingRef(ids)));
}

/** A task that cannot be queued is not missed: the message's due time has the sweep find it. */
async function later({ workspaceId, conversationId, messageId }: Sending, at: Date): Promise<void> {
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
    if (!message?.dueAt || message.dueAt.getTime() > now()) return false;
    if (message.status !== "sending") return false;
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
