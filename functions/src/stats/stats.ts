import { bucketOf, dayOf, hourOf, type Millis, type Platform } from "@hilo/schema";
import { FieldValue, type Writer } from "../platform/firestore.ts";
import { shardOf } from "./store.ts";

/** Where and when something countable happened. */
export type Occasion = {
  workspaceId: string;
  conversationId: string;
  timeZone: string;
  at: Millis;
};

type Counts = Record<string, unknown>;

/** Counts an inbound message, in the commit that records it. */
export function countReceived(write: Writer, occasion: Occasion, platform: Platform): void {
  add(write, occasion, {
    received: one(),
    receivedByHour: { [hourOf(occasion.at, occasion.timeZone)]: one() },
    receivedByPlatform: { [platform]: one() },
  });
}

/** Counts an inbound message that begins a conversation. */
export function countBegun(write: Writer, occasion: Occasion, platform: Platform): void {
  add(write, occasion, {
    received: one(),
    conversations: one(),
    receivedByHour: { [hourOf(occasion.at, occasion.timeZone)]: one() },
    receivedByPlatform: { [platform]: one() },
  });
}

/** Counts a message sent and, when the customer was waiting, for how long (ms). */
export function countSent(write: Writer, occasion: Occasion, waitedMs: Millis | null): void {
  add(write, occasion, { sent: one(), ...(waitedMs === null ? {} : response(waitedMs)) });
}

/** Counts how long a customer waited (ms) for an answer that is counted as sent already. */
export function countAnswered(write: Writer, occasion: Occasion, waitedMs: Millis): void {
  add(write, occasion, response(waitedMs));
}

/** Takes back the count of a message that turned out to be another one's echo. */
export function uncountSent(write: Writer, occasion: Occasion): void {
  add(write, occasion, { sent: FieldValue.increment(-1) });
}

/** Counts something that happens once, such as a lead or a resolution. */
export function countOne(
  write: Writer,
  occasion: Occasion,
  what: "leads" | "resolved" | "conversations",
): void {
  add(write, occasion, { [what]: one() });
}

/** Takes back the count of something that turned out to be a part of another. */
export function uncountOne(
  write: Writer,
  occasion: Occasion,
  what: "leads" | "conversations",
): void {
  add(write, occasion, { [what]: FieldValue.increment(-1) });
}

function response(ms: Millis): Counts {
  return {
    responses: one(),
    responseMs: FieldValue.increment(ms),
    responseMin: FieldValue.minimum(ms),
    responseMax: FieldValue.maximum(ms),
    responseHistogram: { [bucketOf(ms)]: one() },
  };
}

function one(): FieldValue {
  return FieldValue.increment(1);
}

function add(write: Writer, occasion: Occasion, counts: Counts): void {
  const day = dayOf(occasion.at, occasion.timeZone);
  const shard = shardOf(occasion.workspaceId, day, occasion.conversationId);
  write.set(shard, { day, ...counts }, { merge: true });
}
