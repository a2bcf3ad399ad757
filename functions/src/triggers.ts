import { Member, Message } from "@hilo/schema";
import { freeConversations } from "./conversations/absent.ts";
import { closeWindow } from "./conversations/closed-window.ts";
import { settleFailure } from "./conversations/failure.ts";
import { type Occurrence, occurrenceOf } from "./conversations/occurrence.ts";
import { takeBack } from "./conversations/our-reactions.ts";
import { waitingChanges } from "./conversations/placeholders.ts";
import {
  reactions as conversationReactions,
  echoReactions,
  heedCall,
} from "./conversations/reactions.ts";
import { settleStatus } from "./conversations/statuses.ts";
import { reactions as leadReactions } from "./leads/leads.ts";
import { type DocumentSnapshot, read } from "./platform/firestore.ts";
import { log } from "./platform/log.ts";

/** Whoever is disabled has no conversations any more. */
export async function onMemberUpdated(
  { workspaceId, uid }: { workspaceId: string; uid: string },
  snapshot: DocumentSnapshot,
): Promise<void> {
  const member = read(Member, snapshot);
  if (member && !member.enabled) await freeConversations(workspaceId, uid, member.name);
}

type Ids = Pick<Occurrence, "workspaceId" | "conversationId" | "messageId">;

/** What each room does when a message has come in, in the rooms' order. */
const reactions: Record<string, (occurrence: Occurrence) => Promise<void>> = {
  ...conversationReactions,
  ...leadReactions,
};

/**
 * Runs every reaction to a new message that came in in isolation; throws at the end when one failed, so that the
 * event is delivered again. All are idempotent by message id.
 */
export async function onMessageCreated(ids: Ids, snapshot: DocumentSnapshot): Promise<void> {
  const echo = snapshot.get("echo") === true;
  if (snapshot.get("direction") !== "inbound" && !echo) return;
  const message = read(Message, snapshot);
  const occurrence = message && (await occurrenceOf(ids, message));
  if (!occurrence) return;
  const failed: string[] = [];
  for (const [name, react] of Object.entries(echo ? echoReactions : reactions)) {
    try {
      await react(occurrence);
    } catch (error) {
      log.error("reaction.failed", { ...ids, reaction: name, error });
      failed.push(name);
    }
  }
  if (failed.length > 0) throw new Error(`Reactions failed: ${failed.join(", ")}`);
}

async function noteCall(ids: Ids, message: Message): Promise<void> {
  const occurrence = await occurrenceOf(ids, message);
  if (occurrence) await heedCall(occurrence);
}

/**
 * Puts a message's status right after callbacks that came out of order, and heeds an answer that failed. A message
 * that a change had overtaken is new only now.
 */
export async function onMessageUpdated(
  ids: Ids,
  before: DocumentSnapshot,
  after: DocumentSnapshot,
): Promise<void> {
  if (waitingChanges(before) && !waitingChanges(after)) await onMessageCreated(ids, after);
  const isCall = after.get("kind") === "call";
  if (after.get("direction") !== "outbound" && !isCall) return;
  const message = read(Message, after);
  if (!message) return;
  if (isCall) return noteCall(ids, message);
  await settleStatus(ids, message);
  await settleFailure(ids, message);
  await closeWindow(ids, message);
  await takeBack(ids, message);
}
