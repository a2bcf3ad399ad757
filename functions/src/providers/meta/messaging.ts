import type { InboundEvent, MessageEvent } from "@hilo/schema";
import { idsIn } from "../meta-tag.ts";
import { contentOf } from "./page-content.ts";
import { aboutOf, type Context, type PagePlace, type Reader, unsupported } from "./page-context.ts";
import { readEdit, readOptin, readProgress, readReaction } from "./page-signs.ts";
import { Messaging, type PageMessage, type PageReferral, quietParts } from "./wire.ts";

/** Reads one item of `messaging`; never throws. */
export function readMessaging(item: unknown, place: PagePlace): InboundEvent[] {
  const parsed = Messaging.safeParse(item);
  if (!parsed.success) return [unsupported(place, "An event of no shape")];
  const event = parsed.data;
  const quiet = Object.keys(quietParts).find((part) => event[part] !== undefined);
  if (event.policy_enforcement) return [enforcement(event.policy_enforcement, place)];
  if (quiet && !event.message) return [{ type: "ignored", reason: quietParts[quiet] ?? quiet }];
  const address = event.message?.is_echo ? event.recipient?.id : event.sender?.id;
  if (!address || address.length > 140) return withoutPerson(event, place);
  const context = { ...place, event, sender: { address } };
  for (const reader of readers) {
    const events = reader(context);
    if (events) return events;
  }
  return [unsupported(place, `An event with ${Object.keys(event).join(", ")}`)];
}

/** Instagram tells of "edits" of messages nobody edited, without their person. */
function withoutPerson({ message_edit: edit, optin }: Messaging, place: PagePlace): InboundEvent[] {
  if (edit?.num_edit === 0) return [{ type: "ignored", reason: "A message that was not edited" }];
  if (optin) return [{ type: "ignored", reason: "An opt-in of somebody not known yet" }];
  return [unsupported(place, "An event of nobody")];
}

const readers: readonly Reader[] = [
  readWritten,
  readPostback,
  readProgress,
  readReaction,
  readEdit,
  readOptin,
];

function readWritten(context: Context): InboundEvent[] | undefined {
  const { message } = context.event;
  if (!message) return undefined;
  if (!message.mid) return [unsupported(context, "A message without an id")];
  const about = aboutOf(context, message.mid);
  if (message.is_deleted)
    return [{ ...about, type: "change", target: message.mid, change: { kind: "delete" } }];
  if (message.is_echo) return readEcho(context, message, message.mid);
  return [messageEvent(context, message, message.mid)];
}

/**
 * An echo is of a message that Hilo sent, told by the tag we gave along or by our app's id, or of one that was
 * written elsewhere. Without the app's id, whatever an app but Meta's own inbox sent on Instagram counts as ours.
 */
function readEcho(context: Context, message: PageMessage, mid: string): InboundEvent[] {
  const ids = idsIn(message.metadata);
  if (ids) return [{ ...aboutOf(context, mid), type: "status", message: ids, status: "sent" }];
  const { app_id: app } = message;
  const ours = context.appId
    ? app === context.appId
    : context.platform === "instagram" && app !== undefined && !inboxes.has(app);
  if (ours) return [{ type: "ignored", reason: "A message that Hilo sent" }];
  return [{ ...messageEvent(context, message, mid), echo: true }];
}

/** Meta's own programs by which a business answers: the page's inbox and the Business Suite. */
const inboxes = new Set(["26390203743090", "263902037430900"]);

function messageEvent(context: Context, message: PageMessage, mid: string): MessageEvent {
  const { reply_to: quoted, referral } = message;
  const source = storyOf(message) ?? referralOf(referral);
  return {
    ...aboutOf(context, mid),
    type: "message",
    ...contentOf(message, context.platform),
    ...(quoted?.mid ? { replyTo: quoted.mid } : {}),
    ...(source ? { referral: source } : {}),
  };
}

/** The story that the customer answers, or in which they named us: it is gone after a day. */
function storyOf({ reply_to: quoted, attachments }: PageMessage): MessageEvent["referral"] {
  const { id, url } = quoted?.story ?? {};
  if (quoted?.story)
    return { sourceType: "story", ...(id ? { sourceId: id } : {}), ...(url ? { url } : {}) };
  const named = attachments?.some(({ type }) => type === "story_mention");
  return named ? { sourceType: "story_mention" } : undefined;
}

/** The advertisement, product or link that brought the customer here. */
function referralOf(referral: PageReferral): MessageEvent["referral"] {
  const { ads_context_data: ad, ad_id: adId, product, ref, source } = referral ?? {};
  const sourceId = adId ?? product?.id ?? ref;
  const sourceType = adId ? "ad" : product?.id ? "product" : source?.toLowerCase();
  const found = {
    ...(ad?.ad_title ? { headline: ad.ad_title } : {}),
    ...(sourceId ? { sourceId } : {}),
    ...(sourceType ? { sourceType } : {}),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

/** A button that stays, or the one that begins a conversation. */
function readPostback(context: Context): InboundEvent[] | undefined {
  const { postback, timestamp } = context.event;
  if (!postback) return undefined;
  const { mid, title, payload, referral } = postback;
  const words = title || payload || "";
  const source = referralOf(referral);
  return [
    {
      ...aboutOf(context, mid || `postback:${context.sender.address}:${timestamp}`),
      type: "message",
      kind: "buttons",
      text: words,
      files: [],
      choice: { id: payload || words, title: words },
      ...(source ? { referral: source } : {}),
    },
  ];
}

function enforcement(
  { action = "", reason = "" }: NonNullable<Messaging["policy_enforcement"]>,
  { account }: PagePlace,
): InboundEvent {
  const blocked = action !== "unblock";
  const text = blocked ? "Meta blocked the page from messaging" : "Meta lets the page send again";
  return {
    type: "account",
    ...(account ? { account } : {}),
    level: blocked ? "error" : "info",
    code: `policy:${action}`.slice(0, 80),
    text: [text, reason].filter(Boolean).join(": ").slice(0, 500),
  };
}
