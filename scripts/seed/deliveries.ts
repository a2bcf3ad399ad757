import {
  type Message,
  type MessageStatus,
  type Platform,
  statusOf,
  statusRank,
} from "@hilo/schema";
import type { Line } from "./dialogue.ts";

type Delivery = Pick<Message, "status" | "statusRank" | "statusAt" | "failureAt" | "uncounted">;

/** How far each platform reports a delivery. */
const reach: Record<Platform, keyof typeof statusRank> = {
  whatsapp: "read",
  messenger: "read",
  instagram: "read",
  webchat: "read",
  sms: "delivered",
  telegram: "sent",
  email: "sent",
  x: "sent",
  voice: "sent",
};

/** Milliseconds after the message was written. */
const delays = { queued: 0, sending: 150, sent: 900, delivered: 2600, read: 48_000 };

/** How the delivery of one of our messages went. */
export function deliveryOf(line: Line, platform: Platform, at: number): Delivery {
  if (line.status === "failed") return failed(at);
  const reached = rankOf(line.status) ?? statusRank[reach[platform]];
  const passed = Object.entries(statusRank).filter(([, rank]) => rank <= reached);
  const sent = { status: "sent", statusRank: reached, statusAt: {} } as const;
  return {
    ...sent,
    status: statusOf(sent),
    statusAt: Object.fromEntries(passed.map(([name]) => [name, at + delayOf(name)])),
  };
}

/** What came in. */
export function received(at: number): Delivery {
  return { status: "received", statusRank: 0, statusAt: { received: at } };
}

/** What stays inside, and is settled from the start. */
export function settled(at: number): Delivery {
  return { status: "sent", statusRank: statusRank.sent, statusAt: { sent: at } };
}

function failed(at: number): Delivery {
  const statusAt = { queued: at, sending: at + delays.sending, failed: at + 1800 };
  const seen = { failureAt: statusAt.failed, uncounted: {} };
  return { status: "failed", statusRank: statusRank.sending, statusAt, ...seen };
}

function rankOf(status: MessageStatus | undefined): number | undefined {
  return Object.entries(statusRank).find(([name]) => name === status)?.[1];
}

function delayOf(name: string): number {
  return Object.entries(delays).find(([known]) => known === name)?.[1] ?? 0;
}
