import { isDeepStrictEqual } from "node:util";
import {
  type Conversation,
  isUnproven,
  keyOf,
  type Message,
  nobody,
  oneForm,
  type Sender,
} from "@hilo/schema";
import { LRUCache } from "lru-cache";
import { accountFrom, connectionOf } from "../channels/connections.ts";
import { countryOf, missingIn, nameOf } from "../contacts/contacts.ts";
import { recognise } from "../contacts/identities.ts";
import { contactOf } from "../contacts/store.ts";
import { missAbsent } from "../conversations/absent.ts";
import { previewFrom } from "../conversations/arrival.ts";
import { heedEarlierWish } from "../conversations/early-wishes.ts";
import { mayHaveReopened, noteReopened } from "../conversations/episodes.ts";
import type { NewMessage } from "../conversations/new-message.ts";
import { isLast, newestMessages } from "../conversations/newest.ts";
import { knowPerson } from "../conversations/person.ts";
import { settleWishes } from "../conversations/settle-wishes.ts";
import { conversationsOf } from "../conversations/store.ts";
import { isTakenCall, isUnheard, settleLateWait, settleWait } from "../conversations/waiting.ts";
import { hash } from "../platform/crypto.ts";
import { db, FieldValue } from "../platform/firestore.ts";
import { log } from "../platform/log.ts";
import { oneByOne } from "../platform/one-by-one.ts";
import { enqueue } from "../platform/tasks.ts";
import { adapterOf } from "../providers/index.ts";

/** Whom this instance has met already, by conversation and name: a hint that spares writes known to fail. */
const met = new LRUCache<string, true>({ max: 20_000 });

/** Whether it made something that was missing: what every reaction tells. */
export type Reaction = (arrived: NewMessage) => Promise<boolean>;

/**
 * It is found whose the conversation is: somebody whom we know, or a contact of their own. The conversation learns their
 * country and a readable name.
 */
export async function greetContact(arrived: NewMessage): Promise<boolean> {
  const { workspaceId, conversationId, conversation } = arrived;
  const theirs = theirSender(arrived);
  if (!theirs) return false;
  const key = [workspaceId, conversationId, ...toldBy(theirs)].join("\n");
  const known = conversation.contactId !== nobody && met.has(key);
  const sender = known ? theirs : await introduced(theirs, arrived);
  const isNew = !known && (await meet(arrived, sender));
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

/**
 * Whose the conversation is, as this message tells. A colleague's mail stands in the conversation of somebody who wrote
 * before: where nobody knows yet who that was, as the conversation tells.
 */
function theirSender({ message, conversation }: NewMessage): Sender | undefined {
  if (message.sender && !(message.mail && message.writer)) return message.sender;
  if (conversation.contactId !== nobody) return undefined;
  const { address, contact, platform } = conversation;
  const name = contact.name === address ? {} : { name: contact.name };
  return { address, ...name, ...(platform === "email" ? { email: address } : {}) };
}

/**
 * Finds whose the conversation is, where that is not known or they go by another name; else looks what is missing. Of
 * many messages at once one finds it, and the others see that.
 */
function meet(arrived: NewMessage, sender: Sender): Promise<boolean> {
  const { workspaceId, conversationId, conversation } = arrived;
  const ref = conversationsOf(workspaceId).doc(conversationId);
  return oneByOne(`${ref.path} is whose`, async () => {
    if (conversation.contactId === nobody)
      conversation.contactId = (await ref.get()).get("contactId") ?? nobody;
    const { contactId, channelId } = conversation;
    if (contactId !== nobody && hash(channelId, keyOf(sender)) === conversationId) {
      const contact = await contactOf(workspaceId, contactId).get();
      const isWhole = contact.exists && isEmpty(missingIn(contact, sender, channelId));
      if (isWhole) return false;
    }
    return know(arrived, sender);
  });
}

async function know(arrived: NewMessage, sender: Sender): Promise<boolean> {
  const found = await knowPerson(arrived, sender);
  if (!found) return false;
  // The reactions after this one know the person, too.
  arrived.conversation.contactId = found.contactId;
  return found.isNews;
}

function isEmpty(fields: object): boolean {
  return Object.keys(fields).length === 0;
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
  const contact = await contactOf(workspaceId, conversation.contactId).get();
  const isKnown = contact.exists && isEmpty(missingIn(contact, sender, conversation.channelId));
  const isNews = !isKnown && (await know(arrived, sender));
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
