import { Conversation, type Language, languageIn, Message, type Millis } from "@hilo/schema";
import { type Connection, connectionOf } from "../channels/connections.ts";
import { contactOf } from "../contacts/store.ts";
import { newestMessages } from "../conversations/newest.ts";
import { messageOf } from "../conversations/store.ts";
import { systemLine, theHouse } from "../conversations/system-line.ts";
import { dueTime, type Entry, unseenOf } from "../conversations/unseen.ts";
import { now } from "../platform/clock.ts";
import { hash } from "../platform/crypto.ts";
import { type DocumentReference, db, read, type Transaction } from "../platform/firestore.ts";
import { languageOf } from "../settings/settings.ts";
import { deliver } from "./delivery.ts";
import { mailboxOf, mailedAfter } from "./goes-on.ts";
import { lookUp, recently, recipientOf, roomAt } from "./mail-recipients.ts";
import { subjectFor } from "./mail-words.ts";

/** How many messages back unseen ones are looked for. */
const within = 100;

/** How long the line is looked after by the sweep when its own run died (ms). */
const graceMs = 30_000;

type Way = { chat: Connection; mailbox: Connection; after: Millis };

/** What a look at a conversation decides: to mail, to look again at a time, or neither. */
type Decision = { mail: Letter } | { lookAt: Millis | null };
type Letter = {
  unseen: Entry[];
  to: string;
  language: Language;
  /** The mails of the thread so far, the answered one last. */
  references: string[];
  /** When mails went to this address within the last hour. */
  sentAt: Millis[];
};

/** Mails what nobody came to see of a conversation that is due, all in one; whoever comes second finds nothing. */
export async function mailUnseen(ref: DocumentReference): Promise<void> {
  const [, workspaceId = "", , conversationId = ""] = ref.path.split("/");
  const found = read(Conversation, await ref.get());
  const way = found && (await wayOf(workspaceId, found.channelId));
  const lineId = await db().runTransaction(async (transaction) => {
    const conversation = read(Conversation, await transaction.get(ref));
    if (!conversation || !isDue(conversation)) return undefined;
    const decision = way
      ? await decide(transaction, way, conversationId, conversation)
      : { lookAt: null };
    if ("mail" in decision && way)
      return write(transaction, way, { ref, conversation, letter: decision.mail });
    transaction.update(ref, { mailDueAt: "lookAt" in decision ? decision.lookAt : null });
    return undefined;
  });
  if (lineId) await deliver(workspaceId, conversationId, lineId, {});
}

function isDue({ mailDueAt }: Conversation): boolean {
  return typeof mailDueAt === "number" && mailDueAt <= now();
}

async function wayOf(workspaceId: string, channelId: string): Promise<Way | undefined> {
  const chat = await connectionOf(workspaceId, channelId);
  const after = chat ? mailedAfter(chat.channel) : null;
  const mailbox = chat && after !== null ? await mailboxOf(chat) : undefined;
  return chat && mailbox && after !== null ? { chat, mailbox, after } : undefined;
}

async function decide(
  transaction: Transaction,
  { mailbox, after }: Way,
  conversationId: string,
  conversation: Conversation,
): Promise<Decision> {
  const { workspaceId, channelId } = mailbox;
  const messages = await newestMessages(workspaceId, conversationId, within, transaction);
  const unseen = unseenOf(messages, now());
  if (unseen.length === 0 || conversation.optedOut) return { lookAt: null };
  const due = dueTime(unseen, after);
  if (due > now()) return { lookAt: due };
  const to = await addressOf(transaction, workspaceId, conversation, messages);
  if (!to || isOurs(to, mailbox)) return { lookAt: null };
  const { wanted, sentAt } = await lookUp({ workspaceId, channelId, address: to }, transaction);
  const last = await lastLine(transaction, workspaceId, conversationId, conversation);
  if (!wanted || (last && cameBack(last, to))) return { lookAt: null };
  const room = Math.max(roomAt(sentAt), roomAt(conversation.mailing?.sentAt));
  if (room > now()) return { lookAt: room };
  const language = await spokenIn(messages, workspaceId);
  return { mail: { unseen, to, language, sentAt, references: referencesOf(messages, last) } };
}

/** Where the customer asked to be written to, else what they last said of themselves, else what their contact has. */
async function addressOf(
  transaction: Transaction,
  workspaceId: string,
  { mailing, contactId }: Conversation,
  messages: readonly Entry[],
): Promise<string | undefined> {
  const said = messages.find(({ direction, sender }) => direction === "inbound" && sender?.email);
  const told = mailing?.address ?? said?.sender?.email;
  if (told) return told.toLowerCase();
  const contact = await transaction.get(contactOf(workspaceId, contactId));
  const emails: unknown = contact.get("emails");
  return Array.isArray(emails) && emails[0] ? String(emails[0]).toLowerCase() : undefined;
}

/** Nobody has us write to ourselves. */
function isOurs(to: string, { channel }: Connection): boolean {
  return [channel.address, channel.settings.inboundAddress].some(
    (own) => own?.toLowerCase() === to,
  );
}

async function lastLine(
  transaction: Transaction,
  workspaceId: string,
  conversationId: string,
  { mailing }: Conversation,
): Promise<Message | undefined> {
  if (!mailing?.last) return undefined;
  return read(Message, await transaction.get(messageOf(workspaceId, conversationId, mailing.last)));
}

const hopeless: readonly unknown[] = ["badAddress", "blocked", "optedOut"];

/** An address that took no mail takes none the next time. */
function cameBack({ carries, error, statusAt }: Message, to: string): boolean {
  return carries?.to === to && statusAt.failed !== undefined && hopeless.includes(error?.reason);
}

/** The language that the customer last spoke, else the workspace's own. */
async function spokenIn(messages: readonly Entry[], workspaceId: string): Promise<Language> {
  const spoken = messages.find(({ sender }) => sender?.language)?.sender?.language;
  if (spoken === undefined) return languageOf(workspaceId);
  return languageIn(spoken) ?? "en";
}

/** The customer's last mail is answered; before they wrote one, our own last one is followed. */
function referencesOf(messages: readonly Entry[], last: Message | undefined): string[] {
  const theirs = messages.find(({ direction, mail }) => direction === "inbound" && mail?.messageId);
  const answered = theirs?.mail?.messageId ?? last?.externalId;
  if (!answered) return [];
  const before = (theirs ?? last)?.mail?.references ?? [];
  return [...before.filter((id) => id !== answered), answered].slice(-50);
}

type Found = { ref: DocumentReference; conversation: Conversation; letter: Letter };

/** The line, whose id its first message decides; that these were mailed; and that one more mail went out. */
function write(
  transaction: Transaction,
  { chat, mailbox }: Way,
  { ref, conversation, letter }: Found,
): string {
  const { workspaceId, channelId } = mailbox;
  const { unseen, to, language, references, sentAt } = letter;
  const lineId = hash(ref.id, "mail", unseen[0]?.id ?? "");
  const at = now();
  transaction.create(messageOf(workspaceId, ref.id, lineId), {
    ...systemLine({ type: "mailed", to }, theHouse),
    status: "queued",
    statusRank: 1,
    statusAt: { queued: at },
    carries: {
      channelId,
      provider: mailbox.channel.provider,
      to,
      messageIds: unseen.map(({ id }) => id),
      language,
    },
    mail: { subject: subjectFor(chat.channel, language), to: [to], cc: [], references },
    attempts: 0,
    dueAt: new Date(at + graceMs),
  });
  for (const { id } of unseen)
    transaction.update(messageOf(workspaceId, ref.id, id), { mailedAs: lineId });
  const recipient = { channelId, address: to, sentAt: [...sentAt, at] };
  const place = recipientOf({ workspaceId, channelId, address: to });
  transaction.set(place, recipient, { merge: true });
  const { mailing } = conversation;
  transaction.update(ref, {
    mailDueAt: null,
    mailing: { ...mailing, sentAt: [...recently(mailing?.sentAt), at], last: lineId },
  });
  return lineId;
}
