import type { Capabilities, Conversation, Message, MessageState, SendMessage } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { type Connection, connectionOf } from "../channels/connections.ts";
import { type Current, currentOf, present } from "../conversations/current.ts";
import { messageIn } from "../conversations/early-changes.ts";
import { stateOf } from "../conversations/message-state.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { tell } from "../events/tell.ts";
import { filesOf } from "../files/files.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { db, type Transaction } from "../platform/firestore.ts";
import { oneByOne } from "../platform/one-by-one.ts";
import { adapterOf } from "../providers/index.ts";
import { countingIn } from "../settings/settings.ts";
import { count } from "../stats/count.ts";
import { readyTemplate } from "../templates/sendable.ts";
import { admit } from "./admission.ts";
import { checkContent, checkFiles } from "./content.ts";
import { deliver } from "./delivery.ts";
import { changesByAnswer, type Draft, isAnswer, queuedMessage } from "./draft.ts";
import { emojiOn } from "./emoji.ts";
import { awaitsSeeing } from "./goes-on.ts";
import { refuseOther } from "./once.ts";
import { addressedTo, draftMail } from "./sent-mail.ts";

/** What to send, and where: a conversation, found or begun inside the transaction that queues the message. */
export type SendRequest = {
  doer: Doer;
  channelId: string;
  /** What is sent in one line with it: the path of its conversation, or whom a new one begins with. */
  line: string;
  message: Omit<SendMessage, "replyTo">;
  replyTo?: Message["replyTo"];
  /** Of a message that is sent again: its mail as it was. */
  kept?: Message["mail"];
  findTarget(transaction: Transaction, connection: Connection): Promise<Target>;
};

export type Target = Current & {
  conversationId: string;
  /** Writes that belong to the same commit, such as a conversation that begins with this message. */
  also?(): void | Promise<void>;
  /** What changes in the conversation besides. */
  changes?: Partial<Conversation>;
};

/** Sends in a conversation that exists. The same messageId again sends nothing and tells the state. */
export async function send(
  doer: Doer,
  conversationId: string,
  message: SendMessage,
): Promise<MessageState> {
  const { workspaceId } = doer;
  const ref = conversationsOf(workspaceId).doc(conversationId);
  const conversation = await present(ref);
  const replyTo = message.replyTo
    ? await quoted(workspaceId, conversationId, message.replyTo)
    : undefined;
  return dispatch({
    doer,
    channelId: conversation.channelId,
    line: ref.path,
    message,
    ...(replyTo ? { replyTo } : {}),
    findTarget: async () => ({ conversationId, ...(await currentOf(ref)) }),
  });
}

/** The one door out: checks, queues with everything that goes with it in one commit, then tries to deliver. */
export async function dispatch(request: SendRequest): Promise<MessageState> {
  const { doer, channelId, message } = request;
  const { connection, capabilities } = await readyChannel(doer.workspaceId, channelId);
  const files = await filesOf(doer.workspaceId, message.attachments ?? []);
  checkContent({ ...message, replyTo: request.replyTo }, files, roomFor(request, capabilities));
  const draft = await draftOf(request, connection, files);
  checkFiles(draft.mail?.files ?? [], capabilities);
  const { conversationId, conversation } = await oneByOne(request.line, () =>
    db().runTransaction((transaction) =>
      enqueue(transaction, request, draft, connection, capabilities),
    ),
  );
  await deliver(doer.workspaceId, conversationId, message.messageId, { conversation });
  return stateOf(doer.workspaceId, conversationId, message.messageId);
}

/** What a mail passed on the first time may go again with it, however many files that are. */
function roomFor({ kept, message }: SendRequest, capabilities: Capabilities): Capabilities {
  if (!kept?.forwards) return capabilities;
  const files = message.attachments?.length ?? 0;
  return { ...capabilities, attachments: Math.max(capabilities.attachments, files) };
}

/** A template is checked now, and shown in the thread as the customer will read it. */
async function draftOf(
  { doer, channelId, message, replyTo, kept }: SendRequest,
  connection: Connection,
  files: Draft["files"],
): Promise<Draft> {
  const { kind, text = "", template, location, cards, options, subject } = message;
  const author = authorOf(doer);
  if (kind === "template" && template) {
    const ready = await readyTemplate(doer.workspaceId, channelId, template);
    const { text: read, files: shown, options: buttons } = ready;
    return { author, kind, text: read, files: shown, template, options: buttons, replyTo };
  }
  const mail = await draftMail(connection, { text, mail: message.mail, files, kept });
  return { author, kind, text, files, location, cards, options, subject, mail, replyTo };
}

async function enqueue(
  transaction: Transaction,
  { doer, message, findTarget }: SendRequest,
  written: Draft,
  connection: Connection,
  capabilities: Capabilities,
): Promise<Target> {
  const { workspaceId } = doer;
  const counting = await countingIn(workspaceId);
  const placed = await findTarget(transaction, connection);
  const { conversationId, conversation } = placed;
  const to = conversation.address;
  const draft = written.mail ? { ...written, mail: addressedTo(written.mail, to) } : written;
  const ref = messageOf(workspaceId, conversationId, message.messageId);
  const known = await ref.get();
  if (known.exists) {
    refuseOther(messageIn(known), draft);
    return placed;
  }
  const memberId = doer.type === "member" ? doer.id : undefined;
  const { humanAgent } = admit({
    conversation,
    capabilities,
    kind: message.kind,
    memberId,
    override: message.override ?? false,
    settings: connection.channel.settings,
  });
  const react = await emojiOn(transaction, { workspaceId, conversationId, draft });
  await placed.also?.();
  await react();
  // One time for both: whether the answer is still the last word is told by comparing them.
  const at = now();
  const waiting = conversation.waitingSince;
  transaction.create(ref, queuedMessage(draft, { at, to, waiting, humanAgent }));
  const changes = {
    ...changesByAnswer(draft, at, conversation),
    ...awaitsSeeing(connection.channel, capabilities, conversation, at),
    ...placed.changes,
  };
  transaction.update(conversationsOf(workspaceId).doc(conversationId), changes, placed.still);
  const since = isAnswer(draft) ? conversation.waitingSince : null;
  const answers = since === null ? {} : { answers: Math.max(0, at - since) };
  if (draft.kind !== "reaction")
    count(transaction, { ...counting, conversationId, at }, { sent: true, ...answers });
  const { messageId } = message;
  await tell(transaction, {
    workspaceId,
    type: "message.queued",
    source: `${conversationId}/${messageId}`,
    about: { conversationId, messageId },
    data: { kind: draft.kind },
  });
  const target = `conversations/${conversationId}/messages/${message.messageId}`;
  audit(transaction, doer, "conversations.send", target, { kind: { to: message.kind } });
  return placed;
}

/** The channel, if it can send. */
async function readyChannel(workspaceId: string, channelId: string) {
  const connection = await connectionOf(workspaceId, channelId);
  if (!connection) throw new AppError("notFound", "There is no such channel.");
  const { channel } = connection;
  const capabilities = adapterOf(channel.provider)?.capabilities[channel.platform];
  if (!channel.enabled || !capabilities)
    throw new AppError(
      "channelDisabled",
      `${channel.name} cannot send at the moment. Ask an administrator to enable it.`,
    );
  return { connection, capabilities };
}

async function quoted(workspaceId: string, conversationId: string, messageId: string) {
  const source = messageIn(await messageOf(workspaceId, conversationId, messageId).get());
  const isSeen = source?.direction === "inbound" || source?.direction === "outbound";
  if (!isSeen) throw new AppError("invalid", "The quoted message is not in this conversation.");
  return { id: messageId, ...(source.externalId ? { externalId: source.externalId } : {}) };
}

/** Customers may read who wrote: of an address that somebody is called by, what stands before its @. */
function authorOf(doer: Doer): Draft["author"] {
  const name = /^\S+@\S+$/.test(doer.name) ? doer.name.replace(/@.*$/, "") : doer.name;
  return { type: doer.type === "member" ? "member" : "system", id: doer.id, name };
}
