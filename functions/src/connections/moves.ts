import type { Channel, Millis } from "@hilo/schema";
import { LRUCache } from "lru-cache";
import { hash } from "../platform/crypto.ts";

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
