import { admission, type Capabilities, type Conversation, Message } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { messageIn } from "../conversations/early-changes.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { tell } from "../events/tell.ts";
import { noteAbout } from "../files/about.ts";
import { now } from "../platform/clock.ts";
import type { AppError } from "../platform/errors.ts";
import { db, FieldValue, type Writer } from "../platform/firestore.ts";
import type { Turn } from "../platform/one-by-one.ts";
import { countingIn } from "../settings/settings.ts";
import { count } from "../stats/count.ts";
import { refusalOf } from "./admission.ts";
import { changesByAnswer, type Draft, isAnswer, queuedMessage } from "./draft.ts";
import { emojiOn } from "./emoji.ts";
import { awaitsSeeing } from "./goes-on.ts";
import { refuseOther } from "./once.ts";
import type { SendRequest, Target } from "./send-request.ts";
import type { Handed } from "./sending.ts";
import { addressedTo } from "./sent-mail.ts";

type Parts = {
  request: SendRequest;
  draft: Draft;
  connection: Connection;
  capabilities: Capabilities;
};

/** Queues a message with everything that goes with it, in one commit; gives it to whoever delivers it at once. */
export async function queue(
  parts: Parts,
  turn: Turn,
): Promise<Handed & Pick<Target, "conversationId">> {
  const { request } = parts;
  if ("findTargetIn" in request)
    return db().runTransaction(async (transaction) => {
      const target = await request.findTargetIn(transaction);
      await write(transaction, parts, target, turn);
      return { conversationId: target.conversationId, conversation: target.conversation };
    });
  const batch = db().batch();
  const target = await request.findTarget(turn);
  const { conversationId, conversation } = target;
  const message = await write(batch, parts, target, turn);
  if (!message) return { conversationId, conversation };
  const [created] = await batch.commit();
  return { conversationId, conversation, message, writtenAt: created?.writeTime };
}

/** Writes the message and what goes with it; undefined when it was there already. */
async function write(
  write: Writer,
  parts: Parts,
  target: Target,
  { again }: Turn,
): Promise<Message | undefined> {
  const { request, capabilities, connection } = parts;
  const { workspaceId } = request;
  const { conversationId, conversation } = target;
  const draft = addressed(parts.draft, conversation.address);
  const ref = messageOf(workspaceId, conversationId, request.message.messageId);
  const { refusal, humanAgent } = judge(parts, conversation);
  // Whoever asks first need not look for it: its `create` would fail, and they would come again.
  const known = again || refusal ? await ref.get() : undefined;
  if (known?.exists) return refuseOther(messageIn(known), draft);
  if (refusal) throw refusal;
  const react = await emojiOn({ workspaceId, conversationId, draft });
  const counting = await countingIn(workspaceId);
  // One time for both: whether the answer is still the last word is told by comparing them.
  const at = now();
  const waiting = conversation.waitingSince;
  const { pump } = request;
  const message = queuedMessage(draft, { at, to: conversation.address, waiting, humanAgent, pump });
  const { leadId } = conversation;
  write.create(ref, {
    ...message,
    ...(isAnswer(draft) && leadId !== null ? { leadId } : {}),
    createdAt: FieldValue.serverTimestamp(),
  });
  await target.also?.(write);
  if (draft.author.type === "member")
    noteAbout(write, workspaceId, request.message.attachments, conversation);
  await react(write);
  const changes = {
    ...changesByAnswer(draft, at, conversation),
    ...awaitsSeeing(connection.channel, capabilities, conversation, at),
    ...target.changes,
  };
  write.update(conversationsOf(workspaceId).doc(conversationId), changes, target.still);
  const since = isAnswer(draft) ? waiting : null;
  const answers = since === null ? {} : { answers: Math.max(0, at - since) };
  if (draft.kind !== "reaction")
    count(write, { ...counting, conversationId, at }, { sent: true, ...answers });
  const { messageId } = request.message;
  await tell(write, {
    workspaceId,
    type: "message.queued",
    source: `${conversationId}/${messageId}`,
    about: { conversationId, messageId },
    data: { kind: draft.kind },
  });
  return Message.parse({ ...message, createdAt: new Date(at) });
}

function addressed(draft: Draft, to: string): Draft {
  return draft.mail ? { ...draft, mail: addressedTo(draft.mail, to) } : draft;
}

/** Why it may not be sent now, with the way out; else whether only as a person's late answer. */
function judge(
  { request, connection, capabilities }: Parts,
  conversation: Conversation,
): { refusal?: AppError | undefined; humanAgent: boolean } {
  const { author, purpose, message, guard } = request;
  const { refused, lateUntil } = admission({
    conversation,
    capabilities,
    humanAgent: connection.channel.settings.humanAgent !== "off",
    kind: message.kind,
    purpose,
    memberId: author.type === "member" ? author.id : undefined,
    override: message.override ?? false,
    now: now(),
  });
  const humanAgent = lateUntil !== undefined;
  if (!refused) return { refusal: guard?.(conversation), humanAgent };
  return { refusal: refusalOf(refused, capabilities, conversation.claim?.name), humanAgent };
}
