import { Conversation, MailRecipient, type Millis } from "@hilo/schema";
import { conversationsOf, mailRecipientsOf } from "../conversations/store.ts";
import { now } from "../platform/clock.ts";
import { hash } from "../platform/crypto.ts";
import {
  commit,
  type DocumentReference,
  db,
  read,
  type Transaction,
} from "../platform/firestore.ts";

/** The most mails in an hour to one address, and for one conversation. */
const mostPerHour = 3;
const hourMs = 60 * 60 * 1000;

/** Whom a mailbox writes to. */
export type Addressee = { workspaceId: string; channelId: string; address: string };

export function recipientOf({ workspaceId, channelId, address }: Addressee): DocumentReference {
  return mailRecipientsOf(workspaceId).doc(hash(channelId, address));
}

/** The times (ms) of the last hour. */
export function recently(times: readonly Millis[] = []): Millis[] {
  return times.filter((at) => at > now() - hourMs);
}

/** When one more mail may go out after those (ms); now, where that is so. */
export function roomAt(times: readonly Millis[] = []): Millis {
  const recent = recently(times).sort((a, b) => a - b);
  return recent.length < mostPerHour ? now() : (recent.at(-mostPerHour) ?? now()) + hourMs;
}

/** What is known of an address: whether it wants mails of ours, and when it last got some. */
export async function lookUp(
  addressee: Addressee,
  transaction?: Transaction,
): Promise<{ wanted: boolean; sentAt: Millis[] }> {
  const { workspaceId, channelId, address } = addressee;
  const refs = [
    recipientOf(addressee),
    // Who writes to this mailbox may have asked it for no more.
    conversationsOf(workspaceId).doc(hash(channelId, address)),
  ];
  const all = transaction ? transaction.getAll(...refs) : db().getAll(...refs);
  const [recipient, conversation] = await all;
  const known = recipient && read(MailRecipient, recipient);
  const own = conversation && read(Conversation, conversation);
  const wanted = !known?.stoppedAt && !own?.optedOut;
  return { wanted, sentAt: recently(known?.sentAt) };
}

/**
 * Heeds that an address wants no more of these mails, or some again; false when none ever went there, so that nobody
 * can have us remember addresses.
 */
export async function heedMailWish(addressee: Addressee, stop: boolean): Promise<boolean> {
  const batch = db().batch();
  batch.update(recipientOf(addressee), { stoppedAt: stop ? now() : null });
  return (await commit(batch)) === "written";
}
