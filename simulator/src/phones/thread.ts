import type { Platform } from "./platform.ts";

export const kinds = [
  "text",
  "image",
  "video",
  "audio",
  "document",
  "sticker",
  "location",
  "contact",
  "button",
  "list",
  "event",
] as const;
export type Kind = (typeof kinds)[number];

/** The kind of message that a file makes. */
export function kindOf(type = ""): Kind {
  const family = type.split("/")[0];
  if (type === "image/webp") return "sticker";
  return family === "image" || family === "audio" || family === "video" ? family : "document";
}

/** What a customer can do besides writing a message. */
export const actions = ["reaction", "edit", "delete", "block", "unblock"] as const;
export type Action = (typeof actions)[number];

export type ThreadFile = { id: string; name: string; type: string; size: number; url: string };

export type Place = { latitude: number; longitude: number; name?: string; address?: string };
export type Card = { name: string; phone?: string; email?: string };
export type Choice = { id: string; title: string; description?: string };

/** What the business offers to press: buttons, or a list behind a button. A button with a `url` leads elsewhere. */
export type Offer = {
  header?: string;
  footer?: string;
  buttons?: (Choice & { url?: string })[];
  list?: { button: string; rows: Choice[] };
  /** Buttons that stay, and tell of a press without writing a message (Messenger's templates). */
  postback?: boolean;
};

/** How far a message has come: our own answer for the customer's, the provider's reports for the business's. */
export type EntryStatus =
  | "sending"
  | "received"
  | "refused"
  | "queued"
  | "sent"
  | "delivered"
  | "read"
  | "undelivered"
  | "failed";

/** One message, as the customer's phone shows it. */
export type Entry = {
  /** The provider's id of it. */
  id: string;
  threadId: string;
  from: "customer" | "business";
  kind: Kind;
  text: string;
  files: ThreadFile[];
  place?: Place;
  card?: Card;
  choice?: Choice;
  offer?: Offer;
  /** The name of the template that the business sent. */
  template?: string;
  mail?: {
    subject: string;
    cc?: string[];
    html?: string;
    /** Where the pictures of its HTML are, by Content-ID. */
    pictures?: Record<string, string>;
  };
  /** Messages that were sent as one share this. */
  album?: string;
  /** The emoji that each side put on it. */
  reactions?: { customer?: string; business?: string };
  /** Written by the business elsewhere. */
  echo?: boolean;
  edited?: boolean;
  deleted?: boolean;
  /** Of kind "event": what happened, such as "block". */
  event?: string;
  /** The provider's id of the quoted message. */
  replyTo?: string;
  forwarded?: boolean;
  status: EntryStatus;
  /** The provider's code of a failure, or the HTTP status with which our webhook refused. */
  error?: string;
  at: number;
};

/** What one person and one of our channels have written to each other. */
export type Thread = {
  id: string;
  channelId: string;
  platform: Platform;
  personId: string;
  /** The customer asked for no more messages, and the provider holds to it. */
  optedOut: boolean;
  /** The customer blocked the business. */
  blocked: boolean;
  lastInboundAt: number | null;
  entries: Entry[];
};
