import { type Message, statusOf, statusRank } from "@hilo/schema";
import type { Happening } from "./history.ts";

/** What must be true in the end, whatever happened on the way. */
export type Expected = {
  /** Person → the ids Twilio gave their messages. */
  letters: Map<number, Set<string>>;
  /** Our message → where its delivery got to. */
  statuses: Map<string, { rank: number; failed: boolean; status: string }>;
};

const ranks: Record<string, number> = {
  queued: statusRank.sending,
  sending: statusRank.sending,
  sent: statusRank.sent,
  delivered: statusRank.delivered,
  read: statusRank.read,
};

/** A pure reducer over the set of happenings: neither order nor repetition can enter it. */
export function expected(happenings: readonly Happening[]): Expected {
  const letters = new Map<number, Set<string>>();
  const statuses: Expected["statuses"] = new Map();
  for (const it of happenings) {
    if (it.type === "letter")
      letters.set(it.person, (letters.get(it.person) ?? new Set()).add(it.sid));
    else statuses.set(it.messageId, climb(statuses.get(it.messageId), it.status));
  }
  return { letters, statuses };
}

function climb(before: { rank: number; failed: boolean } | undefined, status: string) {
  const rank = Math.max(before?.rank ?? statusRank.queued, ranks[status] ?? 0);
  const failed = (before?.failed ?? false) || status === "undelivered";
  const facts = {
    status: "sending",
    statusRank: rank,
    statusAt: failed ? { failed: 1 } : {},
  } satisfies Pick<Message, "status" | "statusRank" | "statusAt">;
  return { rank, failed, status: statusOf(facts) };
}
