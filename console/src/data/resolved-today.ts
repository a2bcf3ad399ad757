import { type Source, source } from "../ui/source.ts";
import { counts } from "./conversations.ts";
import { countOf } from "./counting.ts";
import { everything, type Filter } from "./filter.ts";

/** What was resolved today: exactly what its figure counts and opens. */
export const resolvedToday: Filter = {
  ...everything,
  view: "all",
  status: "any",
  resolvedToday: true,
};

const counted = source<number | null>(null, () => counts.subscribe(() => void recountResolved()));

/** How many conversations were resolved today, counted whenever the views are; null until known. */
export const resolvedCount: Source<number | null> = counted;

export async function recountResolved(): Promise<void> {
  const now = await countOf(resolvedToday).catch(() => counted.value);
  if (now !== counted.value) counted.set(now);
}
