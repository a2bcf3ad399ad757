import { type ContactCard, mediaKindOf, type Options } from "@hilo/schema";
import { type OutboundFile, type OutboundMessage, ProviderError } from "./adapter.ts";
import { isUserId } from "./addresses.ts";
import { tagOf } from "./meta-tag.ts";
import { templateBody } from "./meta-template.ts";

/** The body of a message as WhatsApp's Cloud API takes it; throws ProviderError when it cannot carry it. */
export function whatsappBody(message: OutboundMessage): Record<string, unknown> {
  return {
    messaging_product: "whatsapp",
    ...recipientOf(message.to),
    ...(message.replyTo && message.kind !== "reaction"
      ? { context: { message_id: message.replyTo } }
      : {}),
    ...contentOf(message),
    biz_opaque_callback_data: tagOf(message),
  };
}

/** A phone goes without its `+`; a person without one is named by their user id; anything else is a group. */
function recipientOf(to: string): Record<string, string> {
  if (isUserId(to)) return { recipient_type: "individual", recipient: to };
  if (/^\+?\d+$/.test(to)) return { recipient_type: "individual", to: to.replace("+", "") };
  return { recipient_type: "group", to };
}

function contentOf(message: OutboundMessage): Record<string, unknown> {
  const { kind, text, files, options, template, location, cards } = message;
  if (files.length > 1 && !template) throw cannot("WhatsApp carries one file in a message");
  if (template) return { type: "template", template: templateBody(template, "whatsapp") };
  if (kind === "reaction") return emoji(message);
  if (options?.buttons?.length || options?.list) return interactive(options, text, files[0]);
  if (location) return { type: "location", location };
  if (cards?.length) return { type: "contacts", contacts: cards.map(cardBody) };
  if (files[0]) return mediaBody(files[0], kind, text);
  if (!text) throw cannot("The message is empty");
  return { type: "text", text: { body: text, preview_url: /https?:\/\/\S/.test(text) } };
}

function emoji({ replyTo, text }: OutboundMessage): Record<string, unknown> {
  if (!replyTo) throw cannot("A reaction needs the message it is about");
  return { type: "reaction", reaction: { message_id: replyTo, emoji: text } };
}

/**
 * A file goes by a link that Meta fetches at once. Sticker and audio take no caption. Of Ogg, WhatsApp carries Opus only,
 * which is a voice message: it comes with microphone and portrait, and without a download.
 * @see https://developers.facebook.com/docs/whatsapp/cloud-api/messages/audio-messages
 */
function mediaBody(file: OutboundFile, kind: string, text: string): Record<string, unknown> {
  const type = kind === "sticker" ? "sticker" : mediaKindOf(file.type);
  const captioned = type !== "audio" && type !== "sticker";
  if (text && !captioned) throw cannot(`On WhatsApp no text goes along with ${type}`);
  return {
    type,
    [type]: {
      link: file.url,
      ...(type === "document" ? { filename: file.name } : {}),
      ...(file.type.startsWith("audio/ogg") ? { voice: true } : {}),
      ...(text && captioned ? { caption: text } : {}),
    },
  };
}

function interactive(
  options: Options,
  text: string,
  file: OutboundFile | undefined,
): Record<string, unknown> {
  if (!text) throw cannot("Buttons need a text above them");
  return {
    type: "interactive",
    interactive: {
      ...choicesOf(options),
      ...headerOf(options, file),
      body: { text },
      ...(options.footer ? { footer: { text: options.footer } } : {}),
    },
  };
}

/** A list, up to three answers to press, or one button that opens a page. */
function choicesOf({ list, buttons = [] }: Options): Record<string, unknown> {
  if (list) {
    const { button, rows } = list;
    return { type: "list", action: { button, sections: [{ rows }] } };
  }
  const [first] = buttons;
  if (buttons.length === 1 && first?.url) {
    const parameters = { display_text: first.title, url: first.url };
    return { type: "cta_url", action: { name: "cta_url", parameters } };
  }
  if (buttons.some(({ url }) => url))
    throw cannot("WhatsApp carries one button that opens a page, and no other beside it");
  const replies = buttons.map(({ id, title }) => ({ type: "reply", reply: { id, title } }));
  return { type: "button", action: { buttons: replies } };
}

function headerOf({ header, list }: Options, file: OutboundFile | undefined) {
  if (file && list) throw cannot("A list takes no file");
  if (header && file) throw cannot("Above buttons stands a text or a file, not both");
  if (header) return { header: { type: "text", text: header } };
  if (!file) return {};
  const type = mediaKindOf(file.type);
  return { header: { type, [type]: { link: file.url } } };
}

function cardBody({ name, phones, emails, organization }: ContactCard) {
  return {
    // One part of the name is demanded beside the whole of it.
    name: { formatted_name: name, first_name: name },
    ...(phones.length > 0 ? { phones: phones.map((phone) => ({ phone, type: "CELL" })) } : {}),
    ...(emails.length > 0 ? { emails: emails.map((email) => ({ email, type: "WORK" })) } : {}),
    ...(organization ? { org: { company: organization } } : {}),
  };
}

function cannot(why: string): ProviderError {
  return new ProviderError("refused", "131009", why);
}
