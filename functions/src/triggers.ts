import { Member, Message } from "@hilo/schema";
import { freeConversations } from "./conversations/absent.ts";
import { waitingChanges } from "./conversations/early-changes.ts";
import { type Occurrence, occurrenceOf } from "./conversations/new-message.ts";
import {
  reactions as conversationReactions,
  echoReactions,
  heedCall,
  type Reaction,
  signsOfLoss,
} from "./inbound/reactions.ts";
import { reactions as leadReactions } from "./leads/leads.ts";
import { closeWindow } from "./outbound/closed-window.ts";
import { takeBack } from "./outbound/emoji.ts";
import { settleFailure } from "./outbound/failure.ts";
import { settleStatus } from "./outbound/statuses.ts";
import { type DocumentSnapshot, isUnreadable, read } from "./platform/firestore.ts";
import { log } from "./platform/log.ts";

export { heed } from "./platform/event.ts";

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
const reactions: Record<string, Reaction> = {
  ...conversationReactions,
  ...leadReactions,
};

function reactionsTo({ direction, echo }: Pick<Message, "direction" | "echo">) {
  if (echo) return echoReactions;
  return direction === "inbound" ? reactions : {};
}

/** What follows when it is told what became of a message of ours. */
const settling: Record<string, (ids: Ids, message: Message) => Promise<boolean>> = {
  settleStatus,
  settleFailure,
  closeWindow,
  takeBack,
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
  await runAll(ids, reactionsTo(occurrence.message), (react) => react(occurrence));
}

async function runAll<R>(
  ids: Ids,
  reactions: Record<string, R>,
  run: (reaction: R) => Promise<unknown>,
): Promise<void> {
  const { failed } = await runEach(ids, reactions, async (one) => (await run(one)) === true);
  if (failed.length > 0) throw new Error(`Reactions failed: ${failed.join(", ")}`);
}

/**
 * Runs each in isolation; tells which made something that was missing, and which failed and may come through when it
 * is run again.
 */
async function runEach<R>(
  ids: Ids,
  reactions: Record<string, R>,
  run: (reaction: R) => Promise<boolean>,
): Promise<{ made: string[]; failed: string[] }> {
  const [made, failed]: [string[], string[]] = [[], []];
  for (const [name, reaction] of Object.entries(reactions)) {
    try {
      if (await run(reaction)) made.push(name);
    } catch (error) {
      log.error("reaction.failed", { ...ids, reaction: name, error });
      if (!isUnreadable(error)) failed.push(name);
    }
  }
  return { made, failed };
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
  const isNew = waitingChanges(before) && !waitingChanges(after);
  const created = () => onMessageCreated(ids, after);
  const settled = () => settle(ids, after);
  await runAll(ids, isNew ? { created, settled } : { settled }, (step) => step());
}

async function settle(ids: Ids, after: DocumentSnapshot): Promise<void> {
  const isCall = after.get("kind") === "call";
  if (after.get("direction") !== "outbound" && !isCall) return;
  const message = read(Message, after);
  if (!message) return;
  if (isCall) return noteCall(ids, message);
  await runAll(ids, settling, (step) => step(ids, message));
}

/**
 * Does what the events of a message would have done, had they run; gives the names of what was missing. Of a message
 * that is whole nothing is written, and little is read. `thread`: what was said around it, in its order.
 */
export async function makeUp(
  occurrence: Occurrence,
  thread: readonly Message[],
): Promise<string[]> {
  const { message } = occurrence;
  const lost = Object.entries<Reaction>(reactionsTo(message)).filter(
    ([name]) => signsOfLoss[name]?.(occurrence, thread) ?? true,
  );
  const told = message.direction === "outbound" && message.kind !== "call" ? settling : {};
  const { workspaceId, conversationId, messageId } = occurrence;
  const ids = { workspaceId, conversationId, messageId };
  const reacted = await runEach(ids, Object.fromEntries(lost), (react) => react(occurrence));
  const settled = await runEach(ids, told, (settle) => settle(ids, message));
  return [...reacted.made, ...settled.made];
}
