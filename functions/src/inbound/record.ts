import { type InboundEvent, keyOf } from "@hilo/schema";
import { accountFrom, type Connection } from "../channels/connections.ts";
import { count } from "../channels/health.ts";
import { notice } from "../channels/notices.ts";
import { keepDeadLetter } from "../dead-letters/keep.ts";
import { recordStatus, recordWatermark } from "../outbound/statuses.ts";
import { isUnkeepable } from "../platform/firestore.ts";
import { inTurns } from "../platform/in-turns.ts";
import { log } from "../platform/log.ts";
import type { Adapter, RawRequest } from "../providers/adapter.ts";
import { noteTemplate } from "../templates/decisions.ts";
import { recordCall } from "./calls.ts";
import { recordChange } from "./changes.ts";
import { recordConsent } from "./consent.ts";
import { recordEcho } from "./echoes.ts";
import { recordPast } from "./past.ts";
import { receive } from "./receive.ts";
import { recordRename } from "./renames.ts";
import { storable } from "./storable.ts";
import { writtenBy } from "./written-by.ts";

/** How many people's events are recorded at once. */
const parallel = 50;

/** What became of each event of a request. */
export type Recorded = {
  event: InboundEvent["type"];
  outcome: "recorded" | "duplicate" | "ignored" | "buried";
  /** Why it was buried. */
  reason?: string;
};

/**
 * Records every event of a verified request; `candidates` are those it may be for. Whatever cannot be used is
 * kept as a dead letter, so that nothing is lost; throws only when the database fails.
 */
export async function recordEvents(
  candidates: readonly Connection[],
  channel: Adapter<unknown>,
  raw: RawRequest,
): Promise<Recorded[]> {
  const connections = homeFirst(candidates, channel, raw);
  const [first] = connections;
  if (!first) return [];
  const letter = { channel, raw, buried: new Set<string>() };
  const lines = byPerson(await parseSafely(channel, raw, first));
  const done = await inTurns(lines, parallel, async (events) => {
    const recorded: Recorded[] = [];
    for (const event of events) {
      const connection = routed(connections, channel, event);
      const outcome = connection ? await outcomeOf(connection, event).catch(unkept) : astray;
      recorded.push(await settled(connection ?? first, letter, event, outcome));
    }
    return recorded;
  });
  return done.flat();
}

/**
 * A channel of the platform that the request is about stands first: with it is kept what names no account, or one
 * that is not connected, where the same secret stands for several.
 */
function homeFirst(
  candidates: readonly Connection[],
  channel: Adapter<unknown>,
  raw: RawRequest,
): readonly Connection[] {
  const platform = candidates.length > 1 ? channel.platformOf?.(raw) : undefined;
  const home = candidates.find((one) => one.channel.platform === platform);
  return home ? [home, ...candidates.filter((one) => one !== home)] : candidates;
}

/** A request, and the channels for which it is among the dead letters already: there it stands once for all its events. */
type Letter = { channel: Adapter<unknown>; raw: RawRequest; buried: Set<string> };

const astray: RecordOutcome = { unusable: "It is for an account that is not connected" };

/** The connection an event is for, by the account it names; one that names none can only be for the only one. */
function routed(
  connections: readonly Connection[],
  channel: Adapter<unknown>,
  event: InboundEvent,
): Connection | undefined {
  const account = "account" in event ? event.account : undefined;
  const [first, second] = connections;
  if (!channel.accountOf || isOfNobody(event)) return first;
  if (account === undefined) return second ? undefined : first;
  const own = connections.find((one) => channel.accountOf?.(accountFrom(one)) === account);
  return own ?? connections.find((one) => channel.sharedAccountOf?.(accountFrom(one)) === account);
}

/** What nobody can read, or what means nothing, is at home with the first when it names no account. */
function isOfNobody(event: InboundEvent): boolean {
  return event.type === "ignored" || (event.type === "unsupported" && event.account === undefined);
}

/** A body that breaks the parser is kept for a person to look at; asking for it again would not mend it. */
async function parseSafely(
  channel: Adapter<unknown>,
  raw: RawRequest,
  connection: Connection,
): Promise<InboundEvent[]> {
  try {
    return storable(await channel.parse(raw, accountFrom(connection)), raw.rawBody);
  } catch (error) {
    log.error("webhook.unparsed", { channelId: connection.channelId, error });
    return [{ type: "unsupported", reason: "The body could not be read" }];
  }
}

/** Events of one person stay in their order; those of different people need not wait for each other. */
function byPerson(events: readonly InboundEvent[]): (readonly InboundEvent[])[] {
  if (events.length < 2) return [events];
  const lines = Map.groupBy(events, (event) =>
    "sender" in event && event.sender ? keyOf(event.sender) : "",
  );
  return [...lines.values()];
}

async function settled(
  connection: Connection,
  letter: Letter,
  event: InboundEvent,
  found: RecordOutcome,
): Promise<Recorded> {
  const { workspaceId, channelId } = connection;
  const outcome = letter.channel.open && typeof found === "object" ? "ignored" : found;
  if (typeof outcome === "object") {
    await buryOnce(connection, letter, event, outcome.unusable);
    return { event: event.type, outcome: "buried", reason: outcome.unusable };
  }
  const counted = { recorded: countedAs(event), duplicate: "duplicates", ignored: "ignored" };
  count(workspaceId, channelId, counted[outcome] as ReturnType<typeof countedAs>);
  return { event: event.type, outcome };
}

async function buryOnce(
  connection: Connection,
  { raw, buried }: Letter,
  event: InboundEvent,
  reason: string,
): Promise<void> {
  const { type } = event;
  const isReport = type === "status" || type === "watermark";
  if (!isReport && buried.has(connection.channelId)) return;
  if (!isReport) buried.add(connection.channelId);
  const about = isReport ? [] : await writtenBy(connection, event);
  await keepDeadLetter(connection, raw, reason, { event: type, about });
}

/** What the database will never take is kept for a person: asking the provider for it again would not mend it. */
function unkept(error: { code?: unknown; message?: string }): RecordOutcome {
  if (!isUnkeepable(error)) throw error;
  log.error("webhook.unkept", { error });
  return { unusable: "The database could not keep it" };
}

function countedAs(event: InboundEvent): "received" | "statuses" | "duplicates" | "ignored" {
  return event.type === "status" || event.type === "watermark" ? "statuses" : "received";
}

/** How recording ended; an event that cannot be used says why. */
export type RecordOutcome = "recorded" | "duplicate" | "ignored" | { unusable: string };

async function outcomeOf(connection: Connection, event: InboundEvent): Promise<RecordOutcome> {
  switch (event.type) {
    case "message":
      if (event.past) return recordPast(connection, event);
      return event.echo ? recordEcho(connection, event) : receive(connection, event);
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
