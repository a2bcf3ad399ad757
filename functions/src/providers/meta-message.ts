import type { ChangeEvent, InboundEvent, MessageEvent, Sender } from "@hilo/schema";
import { keyOf } from "@hilo/schema";
import { contentOf } from "./meta-content.ts";
import { e164, personOf } from "./meta-sender.ts";
import { cut, millisOf, WhatsAppMessage } from "./meta-wire.ts";

/** Where a message of WhatsApp stands. */
export type Place = {
  /** The phone number id it came to. */
  account?: string | undefined;
  /** The people described beside it. */
  contacts?: unknown;
  /** Written by the business in the phone's own app. */
  echo?: boolean;
};

/** Reads one item of WhatsApp's `messages` or `message_echoes`, of whatever kind; never throws. */
export function readMessage(item: unknown, place: Place): InboundEvent[] {
  const parsed = WhatsAppMessage.safeParse(item);
  if (!parsed.success) return [unsupported(place, "A WhatsApp message without an id")];
  const message = parsed.data;
  const reader = message.type ? special[message.type] : undefined;
  if (reader && message.type && Object.hasOwn(special, message.type)) return reader(message, place);
  if (message.interactive?.call_permission_reply)
    return [{ type: "ignored", reason: "An answer to a request for calls" }];
  return plainMessage(message, place);
}

type Reader = (message: WhatsAppMessage, place: Place) => InboundEvent[];

const special: Record<string, Reader> = {
  reaction: (message, place) => {
    const { message_id: target, emoji = "" } = message.reaction ?? {};
    const { from: phone, from_user_id: userId } = message;
    const person = personOf({ phone, userId }, place.contacts);
    return change(message, place, target, (sender) => ({
      kind: "reaction",
      emoji,
      by: place.echo ? "us" : keyOf(person ?? sender),
    }));
  },
  edit: (message, place) => {
    const { original_message_id: target, message: edited } = message.edit ?? {};
    const text = edited && contentOf(edited)?.text;
    return change(message, place, text === undefined ? undefined : target, () => ({
      kind: "edit",
      text: text ?? "",
    }));
  },
  revoke: (message, place) =>
    change(message, place, message.revoke?.original_message_id, () => ({ kind: "delete" })),
  system: readSystem,
  request_welcome: () => [
    { type: "ignored", reason: "Somebody opened the chat for the first time, without writing" },
  ],
};

function change(
  message: WhatsAppMessage,
  place: Place,
  target: string | undefined,
  what: (sender: Sender) => ChangeEvent["change"],
): InboundEvent[] {
  const sender = senderOf(message, place);
  if (!target || !sender) return [unsupported(place, `A WhatsApp ${message.type} of no message`)];
  return [{ ...about(message, place), type: "change", sender, target, change: what(sender) }];
}

/** Of a changed number or user id the conversation goes on; that a security code changed means nothing here. */
function readSystem(message: WhatsAppMessage, place: Place): InboundEvent[] {
  const { type = "", user_id: userId, ...told } = message.system ?? {};
  if (type === "customer_identity_changed")
    return [{ type: "ignored", reason: "The customer's security code changed" }];
  const phone = told.wa_id ?? told.new_wa_id;
  const sender = personOf({ phone, userId }, undefined);
  const was = wasOf(message, sender);
  if (!/^(user|customer)_changed_/.test(type) || !was || !sender)
    return [unsupported(place, `A WhatsApp system message: ${type.slice(0, 60)}`)];
  return [{ ...about(message, place), type: "identity", was, sender }];
}

/** By whom the change is told, unless that is the new name already. */
function wasOf({ from, from_user_id, system }: WhatsAppMessage, now: Sender | undefined) {
  const names = [e164(from), e164(system?.customer), from_user_id];
  return names.find((name) => name !== undefined && name !== now?.address && name !== now?.userId);
}

/** A type nobody knows yet is shown as such in the thread, and kept as it came for whoever can read it. */
function plainMessage(message: WhatsAppMessage, place: Place): InboundEvent[] {
  const sender = senderOf(message, place);
  if (!sender) return [unsupported(place, "A WhatsApp message without a sender")];
  const content = contentOf(message) ?? { kind: "unsupported" as const, text: "", files: [] };
  const event: MessageEvent = {
    ...about(message, place),
    type: "message",
    sender,
    ...(place.echo ? { echo: true } : {}),
    ...writerOf(message, place),
    ...content,
    ...linksOf(message),
  };
  return isKnown(message) ? [event] : [event, unsupported(place, unknownType(message))];
}

const contentTypes = new Set([
  ...["text", "image", "audio", "video", "document", "sticker", "location", "contacts"],
  ...["interactive", "button", "order"],
  // Of these WhatsApp says itself that it does not pass them on.
  ...["unsupported", "unknown"],
]);

/** Of a type that is none of these something is lost only when it came with a body. */
function isKnown(message: WhatsAppMessage): boolean {
  const { type = "" } = message;
  return contentTypes.has(type) || !Object.hasOwn(message, type);
}

function unknownType({ type = "" }: WhatsAppMessage): string {
  return `A WhatsApp message of an unknown type: ${type.slice(0, 60)}`;
}

/** In a group the group is whom we answer, and the person only its writer. */
function senderOf(message: WhatsAppMessage, { contacts, echo }: Place): Sender | undefined {
  if (message.group_id && message.group_id.length <= 140) return { address: message.group_id };
  if (echo) return personOf({ phone: message.to, userId: message.to_user_id }, contacts);
  return personOf({ phone: message.from, userId: message.from_user_id }, contacts);
}

function writerOf(
  message: WhatsAppMessage,
  { contacts, echo }: Place,
): Pick<MessageEvent, "writer"> {
  if (!message.group_id || echo) return {};
  const person = personOf({ phone: message.from, userId: message.from_user_id }, contacts);
  const writer = person?.name ?? person?.phone;
  return writer ? { writer } : {};
}

/** What the message quotes, whether it was forwarded, and what brought the customer here. */
function linksOf({ context, referral }: WhatsAppMessage): Partial<MessageEvent> {
  const product = context?.referred_product?.product_retailer_id;
  const source = {
    ...(referral?.headline ? { headline: referral.headline } : {}),
    ...(referral?.body ? { body: referral.body } : {}),
    ...(referral?.source_url ? { url: referral.source_url } : {}),
    ...(referral?.source_id ? { sourceId: referral.source_id } : {}),
    ...(referral?.source_type ? { sourceType: referral.source_type } : {}),
    ...(product && !referral ? { sourceId: product, sourceType: "product" } : {}),
  };
  return {
    ...(context?.id ? { replyTo: context.id } : {}),
    ...(context?.forwarded || context?.frequently_forwarded ? { forwarded: true } : {}),
    ...(Object.keys(source).length > 0 ? { referral: source } : {}),
  };
}

function about({ id, timestamp }: WhatsAppMessage, { account }: Place) {
  return { ...(account ? { account } : {}), externalId: id, at: millisOf(timestamp) };
}

function unsupported({ account }: Place, reason: string): InboundEvent {
  return { type: "unsupported", ...(account ? { account } : {}), reason: cut(reason) };
}
