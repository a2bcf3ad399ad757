import type { ContactCard, Location, MessageEvent, MessageKind, RemoteFile } from "@hilo/schema";
import { e164 } from "./meta-sender.ts";
import type { WhatsAppCard, WhatsAppContent, WhatsAppMedia, WhatsAppOrder } from "./meta-wire.ts";

type Content = Pick<MessageEvent, "kind" | "text" | "files" | "location" | "cards" | "choice">;
type Part = keyof WhatsAppContent;

/** What a message of WhatsApp says; undefined when its type is unknown or its body is not there. */
export function contentOf(message: WhatsAppContent): Content | undefined {
  const reader =
    message.type && Object.hasOwn(readers, message.type) && readers[message.type as Part];
  const content = reader ? reader(message) : undefined;
  return content && { text: "", files: [], ...content };
}

type Found = (Pick<Content, "kind"> & Partial<Content>) | undefined;

const readers: Partial<Record<Part, (message: WhatsAppContent) => Found>> = {
  text: ({ text }) => (text?.body === undefined ? undefined : { kind: "text", text: text.body }),
  image: ({ image }) => withFile("image", image),
  audio: ({ audio }) => withFile("audio", audio),
  video: ({ video }) => withFile("video", video),
  document: ({ document }) => withFile("document", document),
  sticker: ({ sticker }) => withFile("sticker", sticker),
  location: ({ location }) => {
    const place = placeOf(location);
    return place && { kind: "location", location: place };
  },
  contacts: ({ contacts }) =>
    contacts?.length ? { kind: "contact", cards: contacts.map(cardOf) } : undefined,
  button: ({ button }) => {
    const title = button?.text || button?.payload;
    return title ? pressed(button?.payload || title, title) : undefined;
  },
  interactive: ({ interactive }) => {
    const reply = interactive?.button_reply ?? interactive?.list_reply;
    const title = reply?.title || reply?.id;
    if (title) return pressed(reply?.id || title, title);
    const form = interactive?.nfm_reply;
    return form && { kind: "buttons", text: answersOf(form.response_json) || form.body || "" };
  },
  order: ({ order }) => order && { kind: "text", text: orderText(order) },
};

function pressed(id: string, title: string): Found {
  return { kind: "buttons", text: title, choice: { id, title } };
}

/** The id lives for days, the address for minutes: it is the id that is asked for. */
function withFile(kind: MessageKind, media: WhatsAppMedia | undefined): Found {
  const source = media?.id || media?.url;
  if (!media || !source) return undefined;
  const file: RemoteFile = {
    source,
    type: (media.mime_type ?? "").split(";")[0]?.trim() ?? "",
    ...(media.filename ? { name: media.filename } : {}),
  };
  return { kind, text: media.caption ?? "", files: [file] };
}

/** A place on the globe, with what it is called; undefined for anything off it. */
export function placeOf(
  place:
    | {
        latitude?: number | undefined;
        longitude?: number | undefined;
        name?: string | undefined;
        address?: string | undefined;
      }
    | undefined,
): Location | undefined {
  const { latitude, longitude, name, address } = place ?? {};
  if (latitude === undefined || longitude === undefined) return undefined;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  return { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) };
}

function cardOf({ name, phones = [], emails = [], org }: WhatsAppCard): ContactCard {
  const parts = [name?.first_name, name?.last_name].filter(Boolean).join(" ");
  return {
    name: name?.formatted_name || parts,
    phones: phones.flatMap(({ phone, wa_id }) => phone || e164(wa_id) || []),
    emails: emails.flatMap(({ email }) => email || []),
    ...(org?.company ? { organization: org.company } : {}),
  };
}

/** A form's answers as lines "name: value"; its token is nobody's business. */
function answersOf(json: string | undefined): string {
  return Object.entries(objectIn(json))
    .filter(([name]) => name !== "flow_token")
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join("\n");
}

function objectIn(json = ""): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return value !== null && typeof value === "object" ? { ...value } : {};
  } catch {
    return {};
  }
}

/** What was said with an order, then one line an article: "2 × sku-1 · 30 USD". */
function orderText({ text, product_items: items = [] }: WhatsAppOrder): string {
  const lines = items.map(({ product_retailer_id: id, quantity, item_price: price, currency }) => {
    const cost = [price, currency].filter(Boolean).join(" ");
    return [`${quantity ?? "1"} × ${id ?? "?"}`, cost].filter(Boolean).join(" · ");
  });
  return [text, ...lines].filter(Boolean).join("\n");
}
