import { mediaKindOf, type Options } from "@hilo/schema";
import { type OutboundFile, type OutboundMessage, ProviderError } from "../adapter.ts";
import { tagOf } from "../meta-tag.ts";
import { templateBody } from "../meta-template.ts";

/**
 * The body of a message as the Send API takes it; throws ProviderError when the platform cannot carry it.
 * @see https://developers.facebook.com/docs/messenger-platform/reference/send-api
 */
export function pageBody(message: OutboundMessage): Record<string, unknown> {
  const { to, kind, replyTo, platform } = message;
  const recipient = { id: to };
  if (kind === "reaction") return { recipient, ...emoji(message) };
  const quotes = replyTo && platform === "messenger";
  return {
    recipient,
    ...reasonOf(message),
    message: { ...contentOf(message), ...tagFor(message) },
    ...(quotes ? { reply_to: { mid: replyTo } } : {}),
  };
}

/** Instagram's own login knows no metadata: there an echo is known by our app's id. */
function tagFor(message: OutboundMessage): { metadata?: string } {
  const { platform, settings } = message;
  return platform === "messenger" || settings.pageId ? { metadata: tagOf(message) } : {};
}

/** By what right this is sent: as an answer, as a person's late answer, or as a utility template. */
function reasonOf(message: OutboundMessage): Record<string, string> {
  const { humanAgent, settings, template, platform } = message;
  if (template) return { messaging_type: "UTILITY" };
  // Instagram takes an answer for one without being told.
  if (!humanAgent) return platform === "messenger" ? { messaging_type: "RESPONSE" } : {};
  if (settings.humanAgent === "off")
    throw new ProviderError("refused", "10", "Late answers of a person are switched off here");
  return { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" };
}

function contentOf(message: OutboundMessage): Record<string, unknown> {
  const { text, files, options, template, location, cards, platform } = message;
  const name = platform === "messenger" ? "Messenger" : "Instagram";
  if (template && platform === "instagram") throw cannot("Instagram has no templates");
  if (template) return { template: templateBody(template, "page") };
  if (location) throw cannot(`${name} carries no place`);
  if (cards?.length) throw cannot(`${name} carries no contact card`);
  if (options?.list) throw cannot(`${name} has no lists: use buttons`);
  const [file, second] = files;
  if (second || (file && text)) throw cannot(`${name} carries a text or one file in a message`);
  if (file) return { attachment: attachment(file), ...quickReplies(options) };
  if (!text) throw cannot("The message is empty");
  if (options?.buttons?.some(({ url }) => url)) return withLinks(text, options);
  return { text, ...quickReplies(options) };
}

function attachment({ url, type }: OutboundFile): Record<string, unknown> {
  const kind = mediaKindOf(type);
  return { type: kind === "document" ? "file" : kind, payload: { url } };
}

/** Answers to press that vanish with the next message. */
function quickReplies({ buttons = [] }: Options = {}): Record<string, unknown> {
  if (buttons.length === 0) return {};
  const quick_replies = buttons.map(({ id, title }) => ({
    content_type: "text",
    title,
    payload: id,
  }));
  return { quick_replies };
}

/** Only buttons that stay can open a page, and there are three at most. */
function withLinks(text: string, { buttons = [] }: Options): Record<string, unknown> {
  if (buttons.length > 3) throw cannot("Beside a button that opens a page there are two at most");
  const made = buttons.map(({ id, title, url }) =>
    url ? { type: "web_url", title, url } : { type: "postback", title, payload: id },
  );
  const payload = { template_type: "button", text, buttons: made };
  return { attachment: { type: "template", payload } };
}

/** What Meta calls the emojis it has names for. */
const names = new Map([
  ["❤️", "love"],
  ["❤", "love"],
  ["😆", "smile"],
  ["😮", "wow"],
  ["😢", "sad"],
  ["😠", "angry"],
  ["👍", "like"],
  ["👎", "dislike"],
]);

/** @see https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api */
function emoji({ text, replyTo, platform }: OutboundMessage): Record<string, unknown> {
  if (platform !== "instagram") throw cannot("A page cannot react on Messenger");
  if (!replyTo) throw cannot("A reaction needs the message it is about");
  if (text === "") return { sender_action: "unreact", payload: { message_id: replyTo } };
  const reacted = names.get(text) ?? text;
  return { sender_action: "react", payload: { message_id: replyTo, reaction: reacted } };
}

function cannot(why: string): ProviderError {
  return new ProviderError("refused", "100", why);
}
