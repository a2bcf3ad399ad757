import { randomBytes } from "node:crypto";
import type { Entry, Kind, Offer, Thread } from "../../../phones/thread.ts";
import type { Send } from "./read.ts";
import type { Interactive, Template } from "./wire.ts";

/** A new id in WhatsApp's form. */
export function newWamid(): string {
  return `wamid.${randomBytes(24).toString("base64")}`;
}

const kinds: Partial<Record<Send["type"], Kind>> = {
  image: "image",
  video: "video",
  audio: "audio",
  document: "document",
  sticker: "sticker",
  location: "location",
  contacts: "contact",
};

/** The business's message as the customer's phone shows it; its files come later. */
export function entryOf(send: Send, thread: Thread): Entry {
  return {
    id: newWamid(),
    threadId: thread.id,
    from: "business",
    kind: kinds[send.type] ?? "text",
    text: textOf(send),
    files: [],
    ...content(send),
    ...(send.context && { replyTo: send.context.message_id }),
    status: "queued",
    at: Date.now(),
  };
}

function textOf(send: Send): string {
  if (send.type === "text") return send.text.body;
  if (send.type === "interactive") return send.interactive.body.text;
  if (send.type === "template") return wordsOf(send.template);
  const media = mediaOf(send);
  return media && "caption" in media ? (media.caption ?? "") : "";
}

function content(send: Send): Partial<Entry> {
  if (send.type === "location") return { place: place(send.location) };
  if (send.type === "contacts") return { card: card(send.contacts) };
  if (send.type === "interactive") return { offer: offerOf(send.interactive) };
  if (send.type === "template") return { template: send.template.name };
  return {};
}

type Location = Extract<Send, { type: "location" }>["location"];

function place({ latitude, longitude, name, address }: Location): NonNullable<Entry["place"]> {
  return { latitude, longitude, ...(name && { name }), ...(address && { address }) };
}

function card([first]: Extract<Send, { type: "contacts" }>["contacts"]): NonNullable<
  Entry["card"]
> {
  const phone = first?.phones?.[0]?.phone;
  const email = first?.emails?.[0]?.email;
  return {
    name: first?.name.formatted_name ?? "",
    ...(phone && { phone }),
    ...(email && { email }),
  };
}

function offerOf(given: Interactive): Offer {
  const header = "header" in given ? given.header?.text : undefined;
  const footer = "footer" in given ? given.footer?.text : undefined;
  const around = { ...(header && { header }), ...(footer && { footer }) };
  switch (given.type) {
    case "button":
      return { ...around, buttons: given.action.buttons.map(({ reply }) => reply) };
    case "cta_url": {
      const { display_text: title, url } = given.action.parameters;
      return { ...around, buttons: [{ id: url, title, url }] };
    }
    case "list": {
      const rows = given.action.sections.flatMap((section) =>
        section.rows.map(({ id, title, description }) => ({
          id,
          title,
          ...(description && { description }),
        })),
      );
      return { ...around, list: { button: given.action.button, rows } };
    }
    default:
      return { buttons: [{ id: "request_contact_info", title: "☎" }] };
  }
}

/** The parameters of a template, as long as nobody knows its text. */
function wordsOf({ components = [] }: Template): string {
  const body = components.filter((one) => one.type.toLowerCase() === "body");
  return body
    .flatMap((one) => one.parameters ?? [])
    .flatMap((one) => one.text ?? [])
    .join(" · ");
}

/** The file that a send carries. */
export function mediaOf(send: Send): {
  id?: string | undefined;
  link?: string | undefined;
  filename?: string | undefined;
  caption?: string | undefined;
} | null {
  switch (send.type) {
    case "image":
      return send.image;
    case "video":
      return send.video;
    case "audio":
      return send.audio;
    case "document":
      return send.document;
    case "sticker":
      return send.sticker;
    case "template":
      return headerFile(send.template)?.file ?? null;
    default:
      return null;
  }
}

/** As what kind of message a send's file goes. */
export function kindOfMedia(send: Send): string {
  return send.type === "template" ? (headerFile(send.template)?.kind ?? "") : send.type;
}

type HeaderFile = { kind: string; file: { id?: string; link?: string; filename?: string } };

/** The file above a template. */
function headerFile({ components = [] }: Template): HeaderFile | undefined {
  const header = components.find(({ type }) => type.toLowerCase() === "header");
  const parameter: Record<string, unknown> = { ...header?.parameters?.[0] };
  const kind = String(parameter.type ?? "");
  const file = parameter[kind];
  return file !== null && typeof file === "object" ? { kind, file } : undefined;
}
