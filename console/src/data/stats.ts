import type { Stats } from "@hilo/schema";
import { foldStats } from "@hilo/schema/stats";
import { dayOf } from "@hilo/schema/time";
import { query, where } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { collectionOf, fromDocument } from "./firestore.ts";
import { followWhole } from "./follow-whole.ts";
import { whileVisible } from "./visibility.ts";

/** A shard as it is stored: counters that nothing has counted yet are missing. */
type Shard = Partial<Stats> & { id: string };

/** Today's counters in the workspace's zone, live: its shards added up. Null until they are known. */
export function todaysStats(timeZone: string): Source<Stats | "failed" | null> {
  const today = source<Stats | "failed" | null>(null, () => whileVisible(listen));
  function listen(): () => void {
    const day = dayOf(Date.now(), timeZone);
    return followWhole(
      query(collectionOf("stats"), where("day", "==", day)),
      (found) => {
        const shards = found.map((d) => fromDocument<Shard>(d.id, d.data()));
        today.set(fold(day, shards));
      },
      () => today.set("failed"),
    );
  }
  return today;
}

/** Adds up the shards of a day, leaving out the nightly fold that stands under the day's own name. */
export function fold(day: string, shards: readonly Shard[]): Stats {
  const empty = foldStats(day, []);
  const whole = shards
    .filter((one) => one.id !== day)
    .map(({ id: _, ...rest }) => ({ ...empty, ...rest }));
  return foldStats(day, whole);
}
