import {
  DocumentId,
  type StatusEvent,
  statusOf,
  statusRank,
  type WatermarkEvent,
} from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { personIdOf } from "../contacts/names.ts";
import { conversationWith } from "../conversations/conversation-of.ts";
import { messageIn } from "../conversations/early-changes.ts";
import { statusIn } from "../conversations/message-state.ts";
import { messageOf, sentUntil, withExternalId } from "../conversations/store.ts";
import { now } from "../platform/clock.ts";
import {
  commit,
  type DocumentReference,
  type DocumentSnapshot,
  db,
  FieldValue,
  type WriteBatch,
} from "../platform/firestore.ts";
import { adapterOf } from "../providers/index.ts";
import { isProven } from "../providers/message-proof.ts";
import { followFailure } from "./failure.ts";
import { lookedAfter } from "./outbox-times.ts";
import type { Ids } from "./sending.ts";
import { notedOfCopy } from "./status-of-copy.ts";
import { commitStatus, isTold, tellStatus } from "./tell-status.ts";

/**
 * Records what became of a message we sent: one write, no reads, and any order of statuses ends the same; only a
 * failure has followers. Of one that was told already the sweep hears that it arrived after all.
 */
export async function recordStatus(
  connection: Connection,
  event: StatusEvent,
): Promise<"recorded" | { unusable: string }> {
  const { message } = event;
  const isOurs = message !== undefined && isProven(connection, message);
  if (isOurs && adapterOf(connection.channel.provider)?.open)
    return recordReceipt(reference(connection.workspaceId, message), event);
  const ref = isOurs
    ? reference(connection.workspaceId, message)
    : await referenceByProvider(connection, event);
  if (!ref) return foreign;
  if (await notedOfCopy(ref, event)) return "recorded";
  if (await noted(ref, event)) return "recorded";
  // Its conversation may have joined another one since it was sent.
  const moved = message && (await referenceByProvider(connection, event));
  return moved && moved.path !== ref.path && (await noted(moved, event)) ? "recorded" : foreign;
}

/**
 * Where the customers report themselves, they may name any id of their conversation: only what went out to them, and
 * is not known to be there already, is written.
 */
async function recordReceipt(
  ref: DocumentReference | undefined,
  event: StatusEvent,
): Promise<"recorded" | typeof foreign> {
  const message = ref && messageIn(await ref.get());
  if (!ref || message?.direction !== "outbound" || statusOf(message) === "failed") return foreign;
  const rank = event.status === "failed" ? 0 : statusRank[event.status];
  if (message.statusRank < rank) await noted(ref, event);
  return "recorded";
}

/** Notes it on the message, and does what follows when it failed; whether there is such a message. */
async function noted(ref: DocumentReference, event: StatusEvent): Promise<boolean> {
  const { status, at, error } = event;
  const changes = changesByStatus(event);
  const fill = (batch: WriteBatch) => batch.update(ref, changes);
  const reached = { at: at ?? now(), code: error?.code };
  const outcome = isTold(status)
    ? await commitStatus(idsOf(ref), { status, ...reached }, fill)
    : await commit(fill(db().batch()));
  if (outcome !== "written") return false;
  if (status === "failed") await followFailure(ref);
  return true;
}

function idsOf({ path }: DocumentReference): Ids {
  const [, workspaceId = "", , conversationId = "", , messageId = ""] = path.split("/");
  return { workspaceId, conversationId, messageId };
}

const foreign = { unusable: "A status of a message Hilo did not send" };

/** Without our ids, or their mark, a message is known by the provider's own id, among what was sent to this person. */
async function referenceByProvider(
  connection: Connection,
  { sender, externalId, at }: StatusEvent,
): Promise<DocumentReference | undefined> {
  if (!sender) return undefined;
  const conversationId = await conversationWith(connection, sender, at);
  const found = await withExternalId(connection.workspaceId, conversationId, externalId).get();
  return found.docs.find((doc) => wentOut(doc, connection))?.ref;
}

/** Whether a message went out by this channel; a mail about a chat is a line of another channel's conversation. */
function wentOut(doc: DocumentSnapshot, { channelId }: Connection): boolean {
  const carrier: unknown = doc.get("carries.channelId");
  return carrier === undefined ? doc.get("direction") === "outbound" : carrier === channelId;
}

/**
 * Everything sent up to a time has come so far: what says so names no message. It may overtake the answer of a send:
 * such a message keeps what it was told until it is known to be sent.
 */
export async function recordWatermark(
  connection: Connection,
  watermark: WatermarkEvent,
): Promise<"recorded" | "ignored"> {
  const { status, until } = watermark;
  const behind = await behindOf(connection, watermark);
  const sent = behind.filter((doc) => Number(doc.get("statusRank")) >= statusRank.sent);
  const underWay = behind.filter((doc) => statusIn(doc) === "sending" && !sent.includes(doc));
  if (sent.length + underWay.length === 0) return "ignored";
  const keep = (batch: WriteBatch) => {
    for (const { ref } of underWay)
      batch.update(ref, { [`told.${status}`]: FieldValue.minimum(until) });
    return batch;
  };
  const batch = keep(db().batch());
  for (const doc of sent) {
    batch.update(doc.ref, reached(status, until));
    const known = { statusAt: doc.get("statusAt") ?? {} };
    await tellStatus(batch, idsOf(doc.ref), known, { status, at: until });
  }
  if ((await commit(batch)) === "written") return "recorded";
  // Somebody else told of one of them meanwhile: then each is written by itself.
  for (const { ref } of sent)
    await commitStatus(idsOf(ref), { status, at: until }, (one) =>
      one.update(ref, reached(status, until)),
    );
  await keep(db().batch()).commit();
  return "recorded";
}

/**
 * What a watermark is news of. What went to somebody lies in the conversation that their name makes, as long as it has
 * not joined another; only where nothing is found there it is asked where it leads.
 */
async function behindOf(
  connection: Connection,
  { sender, status, until }: WatermarkEvent,
): Promise<DocumentSnapshot[]> {
  const bounds = { until, rank: statusRank[status] };
  const own = personIdOf({ connection, at: until }, sender);
  const { docs } = await sentUntil(connection.workspaceId, own, bounds).get();
  if (docs.length > 0) return docs;
  const conversationId = await conversationWith(connection, sender, until);
  if (conversationId === own) return [];
  return (await sentUntil(connection.workspaceId, conversationId, bounds).get()).docs;
}

type Reached = WatermarkEvent["status"];

function reached(status: Reached, at: number) {
  return {
    status,
    [`statusAt.${status}`]: FieldValue.minimum(at),
    statusRank: FieldValue.maximum(statusRank[status]),
  };
}

function reference(workspaceId: string, ids: { conversationId: string; messageId: string }) {
  const conversationId = DocumentId.safeParse(ids.conversationId);
  const messageId = DocumentId.safeParse(ids.messageId);
  if (!conversationId.success || !messageId.success) return undefined;
  return messageOf(workspaceId, conversationId.data, messageId.data);
}

function changesByStatus({ status, at, error, externalId }: StatusEvent) {
  return {
    status,
    [`statusAt.${status}`]: FieldValue.minimum(at ?? now()),
    ...(status === "failed" ? {} : { statusRank: FieldValue.maximum(statusRank[status]) }),
    ...(error ? { error } : {}),
    externalId,
    // The provider has it: the outbox need not look after it any more.
    ...lookedAfter(),
  };
}
