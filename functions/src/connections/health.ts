import type { ChannelHealth } from "@hilo/schema";
import { now } from "../platform/clock.ts";
import { FieldValue } from "../platform/firestore.ts";
import { log } from "../platform/log.ts";
import { channelsOf } from "./store.ts";

type Count = Exclude<keyof ChannelHealth, "lastEventAt">;
type Tally = { workspaceId: string; channelId: string; counts: Partial<Record<Count, number>> };

/** How often counts are written at most, in milliseconds. */
const flushMs = 60 * 1000;

const tallies = new Map<string, Tally>();
let since = 0;
let timer: NodeJS.Timeout | undefined;

/** Counts in memory, so that forged or repeated traffic costs no write. */
export function count(workspaceId: string, channelId: string, what: Count): void {
  const key = `${workspaceId}/${channelId}`;
  const tally = tallies.get(key) ?? { workspaceId, channelId, counts: {} };
  tally.counts[what] = (tally.counts[what] ?? 0) + 1;
  tallies.set(key, tally);
  since ||= now();
  timer ??= setTimeout(flushLater, flushMs).unref();
}

/** Writes the counts once they are a minute old: a paused instance's timer may never run. */
export async function flushWhenDue(): Promise<void> {
  if (since && now() - since >= flushMs) await flush();
}

/** Writes what has been counted so far; counts that could not be written are kept. */
export async function flush(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  since = 0;
  const taken = [...tallies.values()];
  tallies.clear();
  await Promise.all(taken.map(write));
}

function flushLater(): void {
  flush().catch((error: unknown) => log.error("health.flush", { error }));
}

async function write(tally: Tally): Promise<void> {
  const fields = Object.entries(tally.counts).map(([what, n]) => [
    `health.${what}`,
    FieldValue.increment(n),
  ]);
  try {
    await channelsOf(tally.workspaceId)
      .doc(tally.channelId)
      .update({ ...Object.fromEntries(fields), "health.lastEventAt": FieldValue.maximum(now()) });
  } catch (error) {
    log.warn("health.write", { channelId: tally.channelId, error });
    restore(tally);
  }
}

function restore({ workspaceId, channelId, counts }: Tally): void {
  for (const [what, n] of Object.entries(counts))
    for (let i = 0; i < n; i += 1) count(workspaceId, channelId, what as Count);
}
