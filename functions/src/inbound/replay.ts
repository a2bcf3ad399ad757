import type { DeadLetter, Replayed, ResponseOf } from "@hilo/schema";
import type { Doer } from "../audit/audit.ts";
import {
  type Connection,
  connectionOf,
  connectionsBy,
  forgetConnections,
} from "../channels/connections.ts";
import {
  fileAway,
  keepUnreadable,
  letterAt,
  listLetters,
  requestIn,
} from "../dead-letters/letters.ts";
import { wholeBody } from "../dead-letters/parts.ts";
import { maySpeakFor } from "../dead-letters/signers.ts";
import { AppError } from "../platform/errors.ts";
import type { Adapter, RawRequest } from "../providers/adapter.ts";
import { adapterOf } from "../providers/index.ts";
import { type Recorded, recordEvents } from "./record.ts";

/** How many letters one call replays at most. */
const pageSize = 25;

/**
 * Takes a dead letter in as if the provider had just sent it, but for the signature, which was checked when it came.
 * What is recorded then is recorded once, however often that is done. A letter that was of use is filed away.
 */
export async function replay(doer: Doer, letterId: string): Promise<Replayed> {
  // What an administrator has just mended, perhaps by another instance, has to count here.
  forgetConnections();
  return replayed(doer, letterId);
}

/** Replays a page of a channel's letters, newest first. */
export async function replayAll(
  doer: Doer,
  channelId: string,
  cursor: string | undefined,
): Promise<ResponseOf<"replayDeadLetters">> {
  const { workspaceId } = doer;
  const { letters, next } = await listLetters(workspaceId, channelId, { limit: pageSize, cursor });
  forgetConnections();
  const counts = { recorded: 0, duplicate: 0, ignored: 0, unreadable: 0 };
  // Oldest first, so that what stands in an order is recorded in it.
  for (const { id, times } of letters.reverse()) {
    const outcome = await outcomeOf(doer, id);
    if (outcome) counts[outcome] += times;
  }
  return { ...counts, next };
}

/** One that somebody else took in or deleted meanwhile must not keep the others. */
async function outcomeOf(doer: Doer, letterId: string): Promise<Replayed["outcome"] | undefined> {
  try {
    return (await replayed(doer, letterId)).outcome;
  } catch (error) {
    if (error instanceof AppError && error.code === "notFound") return undefined;
    throw error;
  }
}

async function replayed(doer: Doer, letterId: string): Promise<Replayed> {
  const { workspaceId } = doer;
  const letter = await letterAt(workspaceId, letterId);
  const own = await connectionOf(workspaceId, letter.channelId);
  const channel = own && adapterOf(own.channel.provider);
  if (!channel) throw new AppError("notFound", "The channel of this dead letter is not there.");
  const body = await wholeBody(workspaceId, letterId, letter);
  const request = body && requestIn(letter, body);
  const parts = await partsOf(request, await connectionsFor(own, letter), channel);
  const result = resultOf(parts);
  if (result.outcome === "unreadable") await keepUnreadable(doer, letterId, result.reason ?? "");
  else await fileAway(doer, letterId, letter);
  return result;
}

async function partsOf(
  request: RawRequest | undefined,
  connections: readonly Connection[],
  channel: Adapter<unknown>,
): Promise<Recorded[]> {
  if (!request) return [useless("The body was too long to keep whole")];
  if (connections.length === 0)
    return [useless("It is for an account that is not connected by what signed it")];
  return recordEvents(connections, channel, request);
}

function useless(reason: string): Recorded {
  return { event: "unsupported", outcome: "buried", reason };
}

/**
 * Those the request may be for: its channel or, of a provider that sends everything to one address, all that have
 * the secret by which it was verified.
 */
async function connectionsFor(own: Connection, letter: DeadLetter): Promise<Connection[]> {
  const { provider } = own.channel;
  if (!adapterOf(provider)?.accountOf) return [own];
  const others = await connectionsBy(own.workspaceId, provider);
  return [own, ...others.filter(({ channelId }) => channelId !== own.channelId)].filter((one) =>
    maySpeakFor(one, letter),
  );
}

/** What a letter came to: one part that cannot be used keeps it, one that is new makes it recorded. */
function resultOf(parts: readonly Recorded[]): Replayed {
  const buried = parts.find(({ outcome }) => outcome === "buried");
  if (buried) return { outcome: "unreadable", reason: buried.reason ?? "" };
  const found = (["recorded", "duplicate"] as const).find((outcome) =>
    parts.some((part) => part.outcome === outcome),
  );
  return { outcome: found ?? "ignored" };
}
