import { InboundEvent, type Millis } from "@hilo/schema";
import { inSequence } from "../conversations/sequence.ts";
import { withVisibleNames } from "../conversations/visible-names.ts";
import { now } from "../platform/clock.ts";

/** Largest event kept as a message, in bytes of its JSON; a document holds at most 1 MiB. */
const maxEvent = 700 * 1024;

/** What is told late is believed; seconds taken for milliseconds, or the contrary, fall outside. */
const earliest = Date.UTC(2001, 0);
/** How far a provider's clock may be ahead of ours, or the parts of a second by which it counts (ms). */
const ahead = 2000;

/**
 * The events of a body as they can be kept. One that no document could hold, or nobody could read again, is kept for
 * a person to look at.
 */
export function storable(events: readonly InboundEvent[], rawBody: Buffer): InboundEvent[] {
  const escaped = rawBody.includes("\\ud") || rawBody.includes("\\uD");
  const whole = escaped ? events.map((event) => wellFormed(event) as InboundEvent) : events;
  return inSequence(whole).map((event) => withVisibleNames(timely(fitting(event, rawBody.length))));
}

/** Half characters, which JSON can escape but no database keeps, become the mark of one that is lost. */
function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, wellFormed(part)]));
}

function fitting(event: InboundEvent, bodyLength: number): InboundEvent {
  // An escaped character is at most six bytes of JSON: of a small body, no event can be too large.
  const fits = bodyLength * 6 <= maxEvent || jsonLength(event) <= maxEvent;
  if (fits && InboundEvent.safeParse(event).success) return event;
  return { type: "unsupported", reason: "A message of a size or shape that cannot be kept" };
}

/** Files that came along are kept apart from the message. */
function jsonLength(event: InboundEvent): number {
  const files = event.type === "message" ? event.files : [];
  const kept = { ...event, files: files.map(({ bytes: _, ...file }) => file) };
  return Buffer.byteLength(JSON.stringify(kept));
}

/** A time that cannot be is none, so now: it would stand above all others until then, or have somebody wait since 1970. */
function timely(event: InboundEvent): InboundEvent {
  if (event.type === "watermark")
    return isPlausible(event.until) ? event : { ...event, until: now() };
  if (!("at" in event) || event.at === null || isPlausible(event.at, skewOf(event))) return event;
  return { ...event, at: null };
}

/** Decisions about a template are only told apart by their times, which stand nowhere: their clock may be wrong. */
function skewOf({ type }: InboundEvent): Millis {
  return type === "template" ? 366 * 24 * 60 * 60 * 1000 : ahead;
}

function isPlausible(at: Millis, skew = ahead): boolean {
  return at >= earliest && at <= now() + skew;
}
