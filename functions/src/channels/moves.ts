import { type Channel, type Millis, oneForm } from "@hilo/schema";
import { LRUCache } from "lru-cache";
import { hash } from "../platform/crypto.ts";
import { db, type Transaction } from "../platform/firestore.ts";
import type { Connection } from "./connections.ts";
import { channelsOf } from "./store.ts";

// A phone that its holder has given up comes to somebody else some day. When that was stands in the channel's settings,
// which every instance keeps in memory, so that whoever writes from it is told apart without a read.

/** When each phone was given up (ms), by the phone's hash. */
type Moves = ReadonlyMap<string, readonly Millis[]>;

const none: Moves = new Map();
const known = new LRUCache<string, Moves>({ max: 100 });

/**
 * How often a phone had been given up before a time (ms). What came in that very moment is still from who had it:
 * providers tell seconds.
 */
export function timesMoved(
  { channelId, channel }: { channelId: string; channel: Pick<Channel, "settings"> },
  phone: string,
  at: Millis,
): number {
  const times = movesIn(channel.settings.moves ?? "").get(hash(channelId, phone)) ?? [];
  return times.filter((time) => time < at).length;
}

/** The channel's moves with one more; as they were when it is among them. */
export function withMove(
  channelId: string,
  moves: string,
  { phone, at }: { phone: string; at: Millis },
): string {
  const move = `${hash(channelId, phone)}:${at.toString(36)}`;
  const all = moves.split(" ").filter(Boolean);
  return all.includes(move) ? moves : [...all, move].join(" ");
}

function movesIn(text: string): Moves {
  if (text === "") return none;
  const read = known.get(text);
  if (read) return read;
  const moves = new Map<string, Millis[]>();
  for (const move of text.split(" ")) {
    const [phone = "", time = ""] = move.split(":");
    moves.set(phone, [...(moves.get(phone) ?? []), Number.parseInt(time, 36)]);
  }
  known.set(text, moves);
  return moves;
}

type GivenUp = { name: string; at: Millis };

/**
 * Looks inside a transaction at when phones of the channel were given up; what it gives notes one more, if the name is
 * a phone, and tells all.
 */
export async function noteGivenUp(
  transaction: Transaction,
  { workspaceId, channelId }: Connection,
  { name, at }: GivenUp,
): Promise<() => string | undefined> {
  const phone = oneForm(name);
  if (!phone.startsWith("+")) return () => undefined;
  const ref = channelsOf(workspaceId).doc(channelId);
  const kept = await transaction.get(ref);
  const before: string = kept.get("settings.moves") ?? "";
  const after = withMove(channelId, before, { phone, at });
  return () => {
    if (kept.exists && after !== before) transaction.update(ref, { "settings.moves": after });
    return after;
  };
}

/** Notes that a phone was given up, where nothing else belongs to that commit. */
export async function keepGivenUp(connection: Connection, givenUp: GivenUp): Promise<void> {
  const moves = await db().runTransaction(async (transaction) => {
    const note = await noteGivenUp(transaction, connection, givenUp);
    return note();
  });
  rememberMoves(connection, moves);
}

/** This instance tells the former and the present holder apart at once. */
export function rememberMoves({ channel }: Connection, moves: string | undefined): void {
  if (moves !== undefined) channel.settings.moves = moves;
}
