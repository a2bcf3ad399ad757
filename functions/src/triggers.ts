import { Member, Message } from "@hilo/schema";
import { freeConversations } from "./conversations/absent.ts";
import { type NewMessage, newMessageOf } from "./conversations/new-message.ts";
import { messageOf } from "./conversations/store.ts";
import {
  reactions as conversationReactions,
  echoReactions,
  type Reaction,
  signsOfLoss,
} from "./inbound/reactions.ts";
import { noteAnswer } from "./leads/answered.ts";
import { giveLead } from "./leads/owning.ts";
import {
  echoReactions as leadEchoReactions,
  reactions as leadReactions,
} from "./leads/reactions.ts";
import { followers } from "./outbound/failure.ts";
import { type DocumentSnapshot, read } from "./platform/firestore.ts";
import { runAll, runEach } from "./platform/isolated.ts";

export { heed } from "./platform/event.ts";

/** Whoever is disabled has no conversations any more. */
export async function onMemberUpdated(
  { workspaceId, uid }: { workspaceId: string; uid: string },
  snapshot: DocumentSnapshot,
): Promise<void> {
  const member = read(Member, snapshot);
  if (member && !member.enabled) await freeConversations(workspaceId, uid, member.name);
}

type Ids = Pick<NewMessage, "workspaceId" | "conversationId" | "messageId">;

/** What each room does when a message has come in, in the rooms' order. */
const reactions: Record<string, Reaction> = {
  ...conversationReactions,
  ...leadReactions,
};

const allEchoReactions: Record<string, Reaction> = { ...echoReactions, ...leadEchoReactions };

function reactionsTo({ direction, echo }: Pick<Message, "direction" | "echo">) {
  if (echo) return allEchoReactions;
  return direction === "inbound" ? reactions : {};
}

/**
 * Runs every reaction to a new message that came in in isolation; throws at the end when one failed, so that the
 * event is delivered again. All are idempotent by message id.
 */
export async function onMessageCreated(ids: Ids, snapshot: DocumentSnapshot): Promise<void> {
  const echo = snapshot.get("echo") === true;
  const leadId: unknown = snapshot.get("leadId");
  if (typeof leadId === "string") return noteAnswered(ids, leadId, snapshot);
  if (snapshot.get("event.type") === "assigned")
    return giveLead(ids.workspaceId, ids.conversationId);
  if (snapshot.get("direction") !== "inbound" && !echo) return;
  const message = read(Message, snapshot);
  const arrived = message && (await newMessageOf(ids, message));
  if (!arrived) return;
  const react = (reaction: Reaction) => reaction(arrived);
  await runAll(failed, { ...ids }, reactionsTo(arrived.message), react);
}

const failed = "reaction.failed";

/** What a person of us sent is an answer to the lead that it names. */
async function noteAnswered(ids: Ids, leadId: string, snapshot: DocumentSnapshot): Promise<void> {
  const message = read(Message, snapshot);
  if (message) await noteAnswer(ids.workspaceId, leadId, message);
}

/** The same for a message that took the place which a change of it had kept: no event tells that it was created. */
export async function onPlaceTaken(ids: Ids): Promise<void> {
  const { workspaceId, conversationId, messageId } = ids;
  await onMessageCreated(ids, await messageOf(workspaceId, conversationId, messageId).get());
}

/**
 * Does what the events of a message would have done, had they run; gives the names of what was missing. Of a message
 * that is whole nothing is written, and little is read. `thread`: what was said around it, in its order.
 */
export async function makeUp(arrived: NewMessage, thread: readonly Message[]): Promise<string[]> {
  const { message } = arrived;
  const lost = Object.entries<Reaction>(reactionsTo(message)).filter(
    ([name]) => signsOfLoss[name]?.(arrived, thread) ?? true,
  );
  const told = message.direction === "outbound" && message.kind !== "call" ? followers : {};
  const { workspaceId, conversationId, messageId } = arrived;
  const ids = { workspaceId, conversationId, messageId };
  const react = (reaction: Reaction) => reaction(arrived);
  const reacted = await runEach(failed, ids, Object.fromEntries(lost), react);
  const followed = await runEach(failed, ids, told, (follow) => follow(ids, message));
  return [...reacted.made, ...followed.made];
}
