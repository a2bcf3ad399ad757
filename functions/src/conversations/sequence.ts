import type { InboundEvent } from "@hilo/schema";
import { now } from "../platform/clock.ts";

/**
 * Where a provider counts nothing itself, messages of one body and one second stand in the order in which the body
 * tells them: in milliseconds since the epoch, so that other bodies of that second stand before or after all of them.
 */
export function inSequence(events: readonly InboundEvent[]): InboundEvent[] {
  if (events.length < 2) return [...events];
  const at = now();
  return events.map((event, index) =>
    event.type === "message" && event.order === undefined
      ? { ...event, order: at + index / 1000 }
      : event,
  );
}
