import { Channel, type ChannelHealth, StoredHealth } from "@hilo/schema";
import { alone } from "../platform/alone.ts";
import { now } from "../platform/clock.ts";
import {
  commit,
  type DocumentSnapshot,
  db,
  FieldValue,
  failedPrecondition,
  read,
  stillAs,
} from "../platform/firestore.ts";
import { inTurns } from "../platform/in-turns.ts";
import { log } from "../platform/log.ts";
import { channelsOf, healthOf, unshown } from "./store.ts";

type Count = Exclude<keyof ChannelHealth, `last${string}`>;
type Moment = Extract<keyof ChannelHealth, `last${string}`>;
type Tally = {
  workspaceId: string;
  channelId: string;
  counts: Partial<Record<Count, number>>;
  moments: Partial<Record<Moment, number>>;
};

/** Which moment a count moves; all others tell that the provider sent something signed. */
const moments: Partial<Record<Count, Moment>> = {
  refused: "lastRefusedAt",
  sent: "lastSentAt",
  failed: "lastFailedAt",
};

/** How often counts are written at most, in milliseconds. */
const flushMs = 60 * 1000;

const tallies = new Map<string, Tally>();
let since = 0;
let timer: NodeJS.Timeout | undefined;

/** Counts in memory, so that forged or repeated traffic costs no write. */
export function count(workspaceId: string, channelId: string, what: Count, times = 1): void {
  const tally = tallyOf(workspaceId, channelId);
  tally.counts[what] = (tally.counts[what] ?? 0) + times;
  tally.moments[moments[what] ?? "lastEventAt"] = now();
}

/** Counts what waited among the dead letters and needs nobody any more; the provider sent nothing just now. */
export function countSettled(workspaceId: string, channelId: string, times: number): void {
  if (times > 0) add({ workspaceId, channelId, counts: { ignored: times }, moments: {} });
}

/** Counts a message of which something was missing, since an event never ran, and was made up for. */
export function countRepaired(workspaceId: string, channelId: string): void {
  add({ workspaceId, channelId, counts: { repaired: 1 }, moments: {} });
}

function add({ workspaceId, channelId, counts, moments }: Tally): void {
  const tally = tallyOf(workspaceId, channelId);
  for (const [what, n] of Object.entries(counts) as [Count, number][])
    tally.counts[what] = (tally.counts[what] ?? 0) + n;
  for (const [when, at] of Object.entries(moments) as [Moment, number][])
    tally.moments[when] = Math.max(tally.moments[when] ?? 0, at);
}

/** What has been counted of a channel and not been written, which is due in a minute. */
function tallyOf(workspaceId: string, channelId: string): Tally {
  since ||= now();
  timer ??= setTimeout(flushLater, flushMs).unref();
  const key = `${workspaceId}/${channelId}`;
  const tally = tallies.get(key) ?? { workspaceId, channelId, counts: {}, moments: {} };
  tallies.set(key, tally);
  return tally;
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
  try {
    const batch = db().batch();
    batch.update(healthOf(tally.workspaceId, tally.channelId), fieldsOf(tally));
    if ((await commit(batch)) === "missing") await begin(tally);
  } catch (error) {
    log.warn("health.write", { channelId: tally.channelId, error });
    add(tally);
  }
}

function fieldsOf({ counts, moments }: Tally) {
  return Object.fromEntries([
    ...Object.entries(counts).map(([what, n]) => [what, FieldValue.increment(n)]),
    ...Object.entries(moments).map(([when, at]) => [when, FieldValue.maximum(at)]),
    ["isShown", false],
  ]);
}

/** The first counts of a channel: with those that its own document had before health stood in one of its own. */
async function begin(tally: Tally): Promise<void> {
  const { workspaceId, channelId } = tally;
  const ref = healthOf(workspaceId, channelId);
  await db().runTransaction(async (transaction) => {
    const [channelDoc, known] = await transaction.getAll(
      channelsOf(workspaceId).doc(channelId),
      ref,
    );
    const channel = channelDoc && read(Channel, channelDoc);
    if (!channel) throw new Error("There is no such channel");
    if (!known?.exists) transaction.set(ref, { ...channel.health, isShown: false });
    transaction.update(ref, fieldsOf(tally));
  });
}

/**
 * Each minute: the channel's own document, which others read, shows its health as it is counted by now. Once a minute
 * for all instances, so that whoever changes a channel meets one write of it at most.
 */
export async function showHealth(): Promise<void> {
  const { docs } = await unshown().get();
  await inTurns(docs, 10, async (doc) => {
    const [, workspaceId = "", , channelId = ""] = doc.ref.path.split("/");
    await alone("health.unshown", { workspaceId, channelId }, () => show(workspaceId, doc));
  });
}

/** What was counted meanwhile is shown with the next minute. */
async function show(workspaceId: string, doc: DocumentSnapshot): Promise<void> {
  const stored = read(StoredHealth, doc);
  if (!stored) return;
  const { isShown: _, ...health } = stored;
  const batch = db().batch();
  batch.update(channelsOf(workspaceId).doc(doc.id), { health });
  batch.update(doc.ref, { isShown: true }, stillAs(doc));
  try {
    await batch.commit();
  } catch (error) {
    if ((error as { code?: unknown }).code !== failedPrecondition) throw error;
  }
}
