import type { ListedLetter, OpenedLetter, Replayed, ResponseOf } from "@hilo/schema";
import { average, count, getAggregateFromServer, query, sum, where } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { call } from "./api.ts";
import { storedChannels } from "./channel-settings.ts";
import { collectionOf } from "./firestore.ts";

const counts = source<Readonly<Record<string, number>>>({}, () =>
  storedChannels.subscribe(countChanged),
);

/** How many dead letters each channel has, those kept as one counted each; again whenever its health tells of another. */
export const letterCounts: Source<Readonly<Record<string, number>>> = counts;

/** The total of each channel's dead letters when its waiting ones were counted. */
const countedAt = new Map<string, number>();

function countChanged(): void {
  const channels = storedChannels.value;
  if (typeof channels === "string") return;
  for (const { id, health } of channels) {
    if (countedAt.get(id) === health.deadLetters) continue;
    countedAt.set(id, health.deadLetters);
    void recountLetters(id);
  }
}

/** Counts a channel's dead letters; what could not be counted stays as it was. */
export async function recountLetters(channelId: string): Promise<void> {
  const waiting = query(collectionOf("deadLetters"), where("channelId", "==", channelId));
  const asked = { letters: count(), times: sum("times"), mean: average("times") };
  const found = await getAggregateFromServer(waiting, asked).catch(() => null);
  if (found) counts.set({ ...counts.value, [channelId]: total(found.data()) });
  else countedAt.delete(channelId);
}

/** One letter may stand for many; those that stand for themselves alone may not say so, and count as one. */
export function total({
  letters,
  times,
  mean,
}: {
  letters: number;
  times: number;
  mean: number | null;
}): number {
  const telling = mean ? Math.round(times / mean) : 0;
  return letters - telling + times;
}

/** A page of a channel's dead letters, newest first. */
export function listLetters(
  channelId: string,
  cursor?: string,
): Promise<ResponseOf<"listDeadLetters">> {
  return call("listDeadLetters", {
    params: { channelId },
    query: cursor === undefined ? {} : { cursor },
  });
}

export function openLetter(letterId: string): Promise<OpenedLetter> {
  return call("getDeadLetter", { params: { letterId } });
}

/** Takes a letter in again. */
export async function replayLetter({ id, channelId }: ListedLetter): Promise<Replayed> {
  const result = await call("replayDeadLetter", { params: { letterId: id } });
  void recountLetters(channelId);
  return result;
}

export type ReplayCounts = Record<Replayed["outcome"], number>;

/** Takes all of a channel's letters in again, and tells how far it has come. */
export async function replayAll(
  channelId: string,
  tell: (counts: ReplayCounts) => void,
): Promise<ReplayCounts> {
  const total: ReplayCounts = { recorded: 0, duplicate: 0, ignored: 0, unreadable: 0 };
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const body = cursor === undefined ? {} : { cursor };
    const { next, ...page } = await call("replayDeadLetters", { params: { channelId }, body });
    for (const outcome of Object.keys(total) as (keyof ReplayCounts)[])
      total[outcome] += page[outcome];
    tell({ ...total });
    cursor = next;
  }
  void recountLetters(channelId);
  return total;
}

/** Deletes a letter for ever. */
export async function deleteLetter({ id, channelId }: ListedLetter): Promise<void> {
  await call("deleteDeadLetter", { params: { letterId: id } });
  void recountLetters(channelId);
}
