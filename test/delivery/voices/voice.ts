import type { Message, Platform, Provider } from "@hilo/schema";

/** A webhook as a provider would post it: signed, ready to go. */
export type Envelope = { path: string; headers: Record<string, string>; body: string | Buffer };

/** What our words for a delivery can come to by what a provider tells. */
export type Reached = Extract<
  Message["status"],
  "sending" | "sent" | "delivered" | "read" | "failed"
>;

/** Something of a customer's thread that a provider tells; times in milliseconds since the epoch. */
export type Told =
  | { type: "letter"; person: number; serial: number; text: string; at: number }
  | { type: "echo"; person: number; serial: number; text: string; at: number }
  | { type: "edit"; person: number; of: number; serial: number; text: string; at: number }
  | { type: "delete"; person: number; of: number; serial: number; at: number }
  | { type: "reaction"; person: number; of: number; serial: number; emoji: string; at: number }
  | { type: "status"; message: string; word: string; reached: Reached; at: number };

/** How one provider tells those things, about the people 0 to `people - 1`. */
export type Voice = {
  provider: Provider;
  platform: Platform;
  channelId: string;
  address: string;
  settings: Record<string, string>;
  credentials: Record<string, string>;
  people: number;
  /** The addresses that a person may be answered at; nobody else has one of them. */
  addressesOf(person: number): readonly string[];
  /** What it says a person is called, where it does. */
  nameOf?(person: number): string;
  /** Whether it tells when a message was written. */
  timed: boolean;
  /** Whether it counts what it tells, so that of two at the same time the later is known. */
  counted?: boolean;
  /** How long free text may follow a message (ms); null without a limit. */
  window: number | null;
  /** Whether the text STOP is a wish not to be written to. */
  heedsStop?: boolean;
  /** What this provider can tell at all. */
  tells: readonly Told["type"][];
  /** Its words for what became of a message of ours, and what they mean. */
  statuses?: Readonly<Record<string, Reached>>;
  /** The provider's id of a customer's message, as Hilo keeps it. */
  externalId(serial: number, person: number): string;
  /** Our message in the conversation `outbound`, as the status names it. */
  envelope(workspaceId: string, told: Told): Envelope | Promise<Envelope>;
  /** Several things in one webhook, by its entries, where it tells them so. */
  batch?(workspaceId: string, entries: readonly (readonly Told[])[]): Envelope;
};

/** What a person says, with who says it. */
export function saidBy(person: number, text: string): string {
  return `${text} (said by ${person})`;
}

/** Who says a text by its own words: undefined for one that names nobody. */
export function sayerOf(text: string): number | undefined {
  const found = /\(said by (\d+)\)/.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

export const dayMs = 24 * 60 * 60 * 1000;

/** The words of those that speak as WhatsApp does. */
export const whatsappStatuses = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
  failed: "failed",
} as const;

/** The conversation and the ids of our messages whose statuses are told. */
export const outbox = { conversationId: "outbound-conversation", messages: ["out-1", "out-2"] };

/** The first second of every history, an hour ago: some providers' times count only while they are recent. */
export const firstAt = Math.floor(Date.now() / 1000) * 1000 - 60 * 60 * 1000;
