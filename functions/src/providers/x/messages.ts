import { cut, type InboundEvent, languages, type MessageEvent, type Sender } from "@hilo/schema";
import { contentOf } from "./content.ts";
import { unescaped } from "./escapes.ts";
import { type DirectMessage, type Encrypted, type MarkRead, Person } from "./wire.ts";
import { encrypted } from "./words.ts";

/** Whose account an event is about, whom it names, and which app is ours, when that is known. */
export type Place = { us: string; users: Record<string, unknown>; appId?: string | undefined };

/** A message of a customer or, sent by the account from elsewhere, an echo. */
export function messageOf(
  { id, created_timestamp: at, message_create: message }: DirectMessage,
  place: Place,
): InboundEvent | undefined {
  const echo = message.sender_id === place.us;
  // Without the app's own id nobody can tell what Hilo sent from what was written elsewhere.
  if (echo && (!place.appId || message.source_app_id === place.appId))
    return { type: "ignored", reason: "Sent by this app" };
  const other = echo ? message.target?.recipient_id : message.sender_id;
  if (!other) return undefined;
  return {
    type: "message",
    account: place.us,
    externalId: id,
    at: millis(at),
    sender: senderOf(other, place.users),
    ...contentOf(message.message_data),
    ...(echo ? { echo } : {}),
  };
}

/** A customer has read everything up to a time; what the account itself read is its own affair. */
export function readOf(event: MarkRead, { us, users }: Place): InboundEvent | undefined {
  if (event.sender_id === us) return { type: "ignored", reason: "Read by the account itself" };
  const until = millis(event.created_timestamp);
  if (until === null) return undefined;
  const sender = senderOf(event.sender_id, users);
  return { type: "watermark", account: us, sender, status: "read", until };
}

/** Which language the reader has is not known here. */
const encryptedText = `🔒 ${languages.map((one) => encrypted[one]).join(" · ")}`;

/** An encrypted message can only be shown as one; the conversation's id names both people. */
export function encryptedOf(event: Encrypted, us: string): MessageEvent | undefined {
  const echo = event.sender_id === us;
  const people = (event.conversation_id ?? "").split(/[:-]/);
  const other = echo ? people.find((one) => one !== us) : event.sender_id;
  if (!other) return undefined;
  return {
    type: "message",
    account: us,
    externalId: event.id,
    at: millis(event.created_at_msec),
    sender: senderOf(other, {}),
    kind: "unsupported",
    text: encryptedText,
    files: [],
    ...(echo ? { echo } : {}),
  };
}

/** How long a name may be here. */
const longestName = 200;

function senderOf(address: string, users: Place["users"]): Sender {
  const { data: person } = Person.safeParse(users[address]);
  const username = person?.username ?? person?.screen_name;
  return {
    address,
    ...(person?.name ? { name: cut(unescaped(person.name), longestName) } : {}),
    ...(username ? { username: cut(username, longestName) } : {}),
  };
}

function millis(text: string | undefined): number | null {
  return text && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
