import { type MailThread, provenAmong } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { factsOf } from "../contacts/proof.ts";
import { contactOf } from "../contacts/store.ts";
import type { Arrival } from "../conversations/arrival.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { hash } from "../platform/crypto.ts";
import { type DocumentSnapshot, db } from "../platform/firestore.ts";

/**
 * The conversation that an e-mail belongs to by what it answers, else by its subject, where that is not its
 * sender's own. Whoever names somebody else's conversation must belong to it: they got or wrote one of the mails
 * that they answer, or are its contact by another address. A mail in its sender's own thread is told without a read.
 */
export async function mailHome(arrival: Arrival): Promise<string | undefined> {
  const { connection, event, personId, messageId } = arrival;
  const { thread, sender } = event;
  const proven = thread?.answers.find((one) => one.conversationId)?.conversationId;
  if (!thread || proven === personId) return undefined;
  const named = [proven, thread.tag].filter((id) => id !== undefined && id !== personId);
  const places = placesOf(arrival, thread, proven);
  if (named.length + places.length === 0) return undefined;
  const all = [{ id: personId, messageId }, ...places];
  const refs = all.map((one) => messageOf(connection.workspaceId, one.id, one.messageId));
  const [before, ...mails] = await db().getAll(...refs);
  // It came before what it answers, and comes again.
  if (before?.exists) return undefined;
  const carriers = mails.map((mail): unknown => mail.get("carries.to"));
  if (carriers.some((to) => to !== undefined))
    return places[carriers.findIndex((to) => isFrom(event, to))]?.id;
  const names = [sender.address, ...(thread.from ? [thread.from] : [])];
  const place = places[mails.findIndex((mail) => concerns(mail, names))];
  if (place) return place.id;
  for (const id of new Set(named)) if (id && (await isContactOf(connection, id, names))) return id;
  return undefined;
}

/** Whoever we mailed what they did not see in a chat answers into it; nobody else does, whatever they answer. */
function isFrom({ sender, thread }: Arrival["event"], addressee: unknown): boolean {
  const from = thread?.from ?? sender.address;
  return typeof addressee === "string" && plain(from) === plain(addressee);
}

/** Without what stands behind a plus, which is a mailbox's own affair. */
function plain(address: string): string {
  const at = Math.max(address.lastIndexOf("@"), 0);
  return `${address.slice(0, at).split("+", 1)[0]}${address.slice(at)}`.toLowerCase();
}

/**
 * Where the answered mails may be, nearest first: in the proven conversation or, since ids are derived from
 * addresses and Message-IDs, in that of somebody else who got this one.
 */
function placesOf(
  { connection: { channelId }, personId }: Arrival,
  { answers, others }: MailThread,
  proven: string | undefined,
) {
  const theirs = others.map((address) => hash(channelId, address));
  const conversations = new Set([...(proven ? [proven] : []), ...theirs]);
  conversations.delete(personId);
  const foreign = answers
    .filter(({ conversationId }) => !conversationId)
    .map(({ externalId }) => hash(channelId, externalId))
    .flatMap((messageId) => [...conversations].map((id) => ({ id, messageId })));
  return [...oursAmong(answers, personId), ...foreign];
}

/** Mails of ours lie where their ids say: whoever got a copy answers into that conversation. */
function oursAmong(answers: MailThread["answers"], personId: string) {
  return answers.flatMap(({ conversationId: id, messageId }) =>
    id && messageId && id !== personId ? [{ id, messageId }] : [],
  );
}

/** Whether somebody wrote or got a mail. */
function concerns(mail: DocumentSnapshot, names: readonly string[]): boolean {
  const people: unknown[] = ["sender.address", "mail.to", "mail.cc", "mail.bcc"].map((field) =>
    mail.get(field),
  );
  return people.flat().some((one) => typeof one === "string" && names.includes(one.toLowerCase()));
}

async function isContactOf(
  { workspaceId, channelId }: Connection,
  conversationId: string,
  names: readonly string[],
): Promise<boolean> {
  const conversation = await conversationsOf(workspaceId).doc(conversationId).get();
  if (conversation.get("channelId") !== channelId) return false;
  const contact = await contactOf(workspaceId, String(conversation.get("contactId"))).get();
  const facts = factsOf(contact);
  return provenAmong(facts.emails, facts).some((one) => names.includes(one.toLowerCase()));
}
