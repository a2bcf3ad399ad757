import type { Platform } from "./demo.ts";

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
] as const;
export type Kind = (typeof kinds)[number];

export type ThreadFile = { id: string; name: string; type: string; size: number; url: string };

export type Place = { latitude: number; longitude: number; name?: string; address?: string };
export type Card = { name: string; phone?: string; email?: string };
export type Choice = { id: string; title: string; description?: string };

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
  lastInboundAt: number | null;
  entries: Entry[];
};
