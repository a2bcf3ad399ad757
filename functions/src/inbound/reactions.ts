import { isDeepStrictEqual } from "node:util";
import {
  type Conversation,
  isUnproven,
  keyOf,
  type Message,
  oneForm,
  type Sender,
} from "@hilo/schema";
import { LRUCache } from "lru-cache";
import { accountFrom, connectionOf } from "../channels/connections.ts";
import { addPhone, countryOf, meet, nameOf } from "../contacts/contacts.ts";
import { recognise } from "../contacts/identities.ts";
import { missAbsent } from "../conversations/absent.ts";
import { previewFrom } from "../conversations/arrival.ts";
import { heedEarlierWish } from "../conversations/early-wishes.ts";
import { mayHaveReopened, noteReopened } from "../conversations/episodes.ts";
import type { NewMessage } from "../conversations/new-message.ts";
import { isLast, newestMessages } from "../conversations/newest.ts";
import { settleWishes } from "../conversations/settle-wishes.ts";
import { conversationsOf } from "../conversations/store.ts";
import { isTakenCall, isUnheard, settleLateWait, settleWait } from "../conversations/waiting.ts";
import { db, FieldValue } from "../platform/firestore.ts";
import { log } from "../platform/log.ts";
import { enqueue } from "../platform/tasks.ts";
import { adapterOf } from "../providers/index.ts";

/** Whom this instance has met already, by conversation and name: a hint that spares writes known to fail. */
const met = new LRUCache<string, true>({ max: 20_000 });

/** Whether it made something that was missing: what every reaction tells. */
export type Reaction = (arrived: NewMessage) => Promise<boolean>;

/** The person becomes a contact, and the conversation learns their country and a readable name. */
export async function greetContact(arrived: NewMessage): Promise<boolean> {
  const { workspaceId, conversationId, message, conversation } = arrived;
  // A colleague's mail is in the conversation of somebody who wrote before.
  if (!message.sender || (message.mail && message.writer)) return false;
  const { contactId, channelId } = conversation;
  const key = [workspaceId, conversationId, ...toldBy(message.sender)].join("\n");
  const known = met.has(key);
  const sender = known ? message.sender : await introduced(message.sender, arrived);
  const isNew = !known && (await meet({ workspaceId, contactId, channelId, sender }));
  met.set(key, true);
  const contact = knownBy(conversation.contact, sender);
  if (isDeepStrictEqual(contact, conversation.contact)) return isNew;
  // The reactions after this one call the person by that name, too.
  conversation.contact = contact;
  await conversationsOf(workspaceId)
    .doc(conversationId)
    .update({
      "contact.name": contact.name,
      "contact.country": contact.country,
      "contact.unproven": contact.unproven ?? FieldValue.delete(),
    });
  return true;
}

/** What a conversation calls its person: readable, and proven rather than said. */
function knownBy(contact: Conversation["contact"], sender: Sender): Conversation["contact"] {
  const { unproven, ...known } = contact;
  const country = contact.country ?? countryOf(sender);
  const forms = [sender.address, sender.phone ?? sender.address].map(oneForm);
  const isVouched = sender.name && sender.unproven && !isUnproven(sender, "name");
  const renames = forms.includes(oneForm(contact.name)) || (unproven && isVouched);
  const name = renames ? nameOf(sender) : "";
  if (!name) return { ...contact, country };
  return { ...known, name, country, ...(isUnproven(sender, "name") ? { unproven: true } : {}) };
}

/** By what a contact is met anew: who says more or other things of themselves is. */
function toldBy({ name, email, phone, unproven }: Sender): unknown[] {
  return unproven ? [name, email, phone, ...unproven] : [];
}

/** Where webhooks tell no name, the provider is asked for it, as long as nobody knows the person by one. */
async function introduced(sender: Sender, { workspaceId, conversation }: NewMessage) {
  const { provider, channelId, contact, address } = conversation;
  const channel = adapterOf(provider);
  if (nameOf(sender) || contact.name !== address || !channel?.profile) return sender;
  const connection = await connectionOf(workspaceId, channelId);
  if (!connection?.credentials) return sender;
  try {
    const account = accountFrom(connection);
    return { ...sender, ...(await channel.profile(address, account, connection.credentials)) };
  } catch (error) {
    log.warn("profile.unknown", { channelId, error });
    return sender;
  }
}

/** The contact of somebody known by a user id learns the phone that they show. */
export async function learnAliases(arrived: NewMessage): Promise<boolean> {
  const { workspaceId, conversationId, message, conversation } = arrived;
  const { sender } = message;
  const key = `${workspaceId}/${conversationId}/${sender?.phone}`;
  if (!sender?.phone || oneForm(sender.phone) === keyOf(sender) || met.has(key)) return false;
  const isNews = await addPhone(workspaceId, conversation.contactId, sender.phone);
  met.set(key, true);
  return isNews;
}

/** An answer goes where the customer last wrote from. */
export async function followAddress(arrived: NewMessage): Promise<boolean> {
  const { workspaceId, conversationId, message, conversation } = arrived;
  const address = message.sender?.address;
  if (!address || address === conversation.address) return false;
  if (message.providerAt < (conversation.lastInboundAt ?? 0)) return false;
  if (message.providerAt <= (conversation.movedAt ?? 0)) return false;
  if (message.mail && !(await isTheirs(arrived))) return false;
  await conversationsOf(workspaceId).doc(conversationId).update({ address });
  return true;
}

/** A reply address is in everybody's hands who got the mail: only the customer's own mailboxes are answered. */
async function isTheirs({ workspaceId, conversationId, message, conversation }: NewMessage) {
  if (!message.sender || message.mail?.automatic) return false;
  const connection = await connectionOf(workspaceId, conversation.channelId);
  const known = connection && (await recognise(connection, message.sender, message.providerAt));
  return known?.conversationId === conversationId;
}

/** A wish not to be written to, or to be again, is told in the thread and noted on the contact. */
export async function heedConsent(arrived: NewMessage): Promise<boolean> {
  const { consent } = arrived.message;
  return (consent === "stop" || consent === "start") && settleWishes(arrived);
}

/** Files the provider holds are fetched by a task, so that the webhook never waits for them. */
export async function fetchFiles(arrived: NewMessage): Promise<boolean> {
  const { workspaceId, conversationId, messageId, message, conversation } = arrived;
  const pending = message.attachments.some((file) => file.state === "pending");
  if (!pending || !adapterOf(conversation.provider)?.media) return false;
  await enqueue("fetchMedia", { workspaceId, conversationId, messageId });
  return true;
}

/** How many messages are looked at for the last one: as many as an album has pictures, and more. */
const inOneSecond = 20;

/** The list shows the newest message, and what came in last is marked as read, whatever order they came in. */
export async function settlePreview(arrived: NewMessage): Promise<boolean> {
  const { workspaceId, conversationId, message, conversation } = arrived;
  // What is past said nothing to the list when it was recorded.
  if (isLast(conversation, message) && !message.past) return false;
  return db().runTransaction(async (transaction) => {
    const all = await newestMessages(workspaceId, conversationId, inOneSecond, transaction);
    const newest = all.find(({ kind }) => kind !== "reaction");
    if (!newest) return false;
    const preview = previewFrom(newest);
    const heard = all.find(({ direction }) => direction === "inbound")?.externalId;
    const lastInboundId = heard ?? conversation.lastInboundId;
    const ref = conversationsOf(workspaceId).doc(conversationId);
    transaction.update(ref, { preview, ...(lastInboundId ? { lastInboundId } : {}) });
    const isNews = lastInboundId !== conversation.lastInboundId;
    return isNews || !isDeepStrictEqual(preview, conversation.preview);
  });
}

/** A customer whose call was taken was answered; one whose call was missed waits. */
export async function heedCall(arrived: NewMessage): Promise<boolean> {
  return isTakenCall(arrived.message) && settleWait(arrived);
}

/** What costs many reads to look for is looked for again only where the conversation shows that it may be missing. */
export const signsOfLoss: Partial<
  Record<string, (arrived: NewMessage, thread: readonly Message[]) => boolean>
> = {
  settleLateWait: ({ message, conversation }) => conversation.waitingSince === message.providerAt,
  settleWait: isUnheard,
  noteReopened: mayHaveReopened,
  settlePreview: isWronglyShown,
};

/** An older message in the list, or none of what is past although nothing came after it. */
function isWronglyShown({ message, conversation }: NewMessage): boolean {
  const isShown = isDeepStrictEqual(conversation.preview, previewFrom(message));
  return isLast(conversation, message) ? message.past === true && !isShown : isShown;
}

/** What follows from a message of ours that was written elsewhere. */
export const echoReactions = {
  greetContact,
  learnAliases,
  heedEarlierWish,
  fetchFiles,
  settleWait,
  settlePreview,
};

/** In the order they run; each is idempotent by message id, and one that fails does not stop the next. */
export const reactions = {
  missAbsent,
  greetContact,
  learnAliases,
  followAddress,
  heedEarlierWish,
  heedConsent,
  heedCall,
  settleLateWait,
  noteReopened,
  fetchFiles,
  settlePreview,
};
