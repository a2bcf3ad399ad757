import { InboundEvent, keyOf } from "@hilo/schema";
import type { Channel, RawRequest } from "../channels/channel.ts";
import { accountFrom, type Connection } from "../connections/connections.ts";
import { bury } from "../connections/dead-letters.ts";
import { count } from "../connections/health.ts";
import { notice } from "../connections/notices.ts";
import { log } from "../platform/log.ts";
import { noteTemplate } from "../templates/note.ts";
import { recordCall } from "./calls.ts";
import { recordChange } from "./changes.ts";
import { recordConsent } from "./consent.ts";
import { receive } from "./receive.ts";
import { recordRename } from "./renames.ts";
import { recordStatus, recordWatermark } from "./statuses.ts";

/** Largest event kept as a message, in bytes of its JSON; a document holds at most 1 MiB. */
const maxEvent = 700 * 1024;

/** What became of each event of a request. */
export type Recorded = {
  event: InboundEvent["type"];
  outcome: "recorded" | "duplicate" | "ignored" | "buried";
  /** Why it was buried. */
  reason?: string;
};

/**
 * Records every event of a verified request; `connections` are those it may be for. Whatever cannot be used is
 * kept as a dead letter, so that nothing is lost; throws only when the database fails.
 */
export async function record(
  connections: readonly Connection[],
  channel: Channel<unknown>,
  raw: RawRequest,
): Promise<Recorded[]> {
  const [first] = connections;
  if (!first) return [];
  const lines = byPerson(await parseSafely(channel, raw, first));
  const done = await Promise.all(
    lines.map(async (events) => {
      const recorded: Recorded[] = [];
      for (const event of events) {
        const connection = routed(connections, channel, event);
        const usable = connection ? event : astray;
        recorded.push(await recordOne(connection ?? first, channel, raw, usable));
      }
      return recorded;
    }),
  );
  return done.flat();
}

const astray: InboundEvent = {
  type: "unsupported",
  reason: "It is for an account that is not connected",
};

/** The connection an event is for, by the account it names. */
function routed(
  connections: readonly Connection[],
  channel: Channel<unknown>,
  event: InboundEvent,
): Connection | undefined {
  const account = "account" in event ? event.account : undefined;
  if (account === undefined || !channel.accountOf) return connections[0];
  const own = connections.find((one) => channel.accountOf?.(accountFrom(one)) === account);
  return own ?? connections.find((one) => channel.sharedAccountOf?.(accountFrom(one)) === account);
}

/** A body that breaks the parser is kept for a person to look at; asking for it again would not mend it. */
async function parseSafely(
  channel: Channel<unknown>,
  raw: RawRequest,
  connection: Connection,
): Promise<InboundEvent[]> {
  try {
    const events = await channel.parse(raw, accountFrom(connection));
    const escaped = raw.rawBody.includes("\\ud") || raw.rawBody.includes("\\uD");
    const whole = escaped ? events.map((event) => wellFormed(event) as InboundEvent) : events;
    return whole.map((event) => keepable(event, raw.rawBody.length));
  } catch (error) {
    log.error("webhook.unparsed", { channelId: connection.channelId, error });
    return [{ type: "unsupported", reason: "The body could not be read" }];
  }
}

/** Half characters, which JSON can escape but no database keeps, become the mark of one that is lost. */
function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, wellFormed(part)]));
}

/** An event that no document could hold, or nobody could read again, is kept for a person to look at. */
function keepable(event: InboundEvent, bodyLength: number): InboundEvent {
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

/** Events of one person stay in their order; those of different people need not wait for each other. */
function byPerson(events: readonly InboundEvent[]): InboundEvent[][] {
  const lines = Map.groupBy(events, (event) =>
    "sender" in event && event.sender ? keyOf(event.sender) : "",
  );
  return [...lines.values()];
}

async function recordOne(
  connection: Connection,
  channel: Channel<unknown>,
  raw: RawRequest,
  event: InboundEvent,
): Promise<Recorded> {
  const { workspaceId, channelId } = connection;
  const found = await outcomeOf(connection, event).catch(unkept);
  const outcome = channel.open && typeof found === "object" ? "ignored" : found;
  if (typeof outcome === "object") {
    await bury(connection, raw, outcome.unusable, event.type);
    return { event: event.type, outcome: "buried", reason: outcome.unusable };
  }
  const counted = { recorded: countedAs(event), duplicate: "duplicates", ignored: "ignored" };
  count(workspaceId, channelId, counted[outcome] as ReturnType<typeof countedAs>);
  return { event: event.type, outcome };
}

/** What the database will never take is kept for a person: asking the provider for it again would not mend it. */
function unkept(error: { code?: unknown }): Outcome {
  if (error.code !== invalidArgument) throw error;
  log.error("webhook.unkept", { error });
  return { unusable: "The database could not keep it" };
}

/** The gRPC code of a document that is too large or of a wrong shape. */
const invalidArgument = 3;

function countedAs(event: InboundEvent): "received" | "statuses" | "duplicates" | "ignored" {
  return event.type === "status" || event.type === "watermark" ? "statuses" : "received";
}

/** How recording ended; an event that cannot be used says why. */
export type Outcome = "recorded" | "duplicate" | "ignored" | { unusable: string };

async function outcomeOf(connection: Connection, event: InboundEvent): Promise<Outcome> {
  switch (event.type) {
    case "message":
      return receive(connection, event);
    case "status":
      return recordStatus(connection, event);
    case "watermark":
      return recordWatermark(connection, event);
    case "change":
      return recordChange(connection, event);
    case "consent":
      return recordConsent(connection, event);
    case "identity":
      return recordRename(connection, event);
    case "call":
      return recordCall(connection, event);
    case "template":
      return (await noteTemplate(connection.workspaceId, event, connection.channelId)) ===
        "recorded"
        ? "recorded"
        : "ignored";
    case "account":
      await notice(connection, event);
      return "recorded";
    case "ignored":
      return "ignored";
    case "unsupported":
      return { unusable: event.reason };
  }
}
