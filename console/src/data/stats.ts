import { type DayCounts, foldCounts, type StatsNow } from "@hilo/schema/stats";
import { onSnapshot } from "firebase/firestore";
import { type OwnSource, type Source, source } from "../ui/source.ts";
import { read } from "./document.ts";
import { documentOf } from "./firestore.ts";
import { whileVisible } from "./visibility.ts";

/** The counters of a day in the workspace's zone (yyyymmdd), as of the last minute. Null until they are known. */
export function statsOf(day: string): Source<DayCounts | "failed" | null> {
  const counts: OwnSource<DayCounts | "failed" | null> = source<DayCounts | "failed" | null>(
    null,
    () =>
      whileVisible(() =>
        onSnapshot(
          documentOf("stats", "now"),
          { includeMetadataChanges: true },
          (found) => {
            const now = read<Partial<StatsNow>>(found);
            if (now !== "unloaded") counts.set(countsOn(day, typeof now === "object" ? now : {}));
          },
          () => counts.set("failed"),
        ),
      ),
  );
  return counts;
}

/** What was counted on a day: nothing, while what was folded last is of another. */
export function countsOn(day: string, now: Partial<StatsNow>): DayCounts {
  return foldCounts(now.today === day ? [now] : []);
}
