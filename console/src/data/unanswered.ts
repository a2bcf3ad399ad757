import { type Source, source } from "../ui/source.ts";
import { counts } from "./conversations.ts";
import { countOf } from "./counting.ts";
import { everything } from "./filter.ts";

const counted = source<number | null>(null, () => counts.subscribe(() => void count()));

/** How many customers wait for an answer, counted whenever the views are; null until known. */
export const unansweredCount: Source<number | null> = counted;

async function count(): Promise<void> {
  const filter = { ...everything, view: "all", unanswered: true } as const;
  const now = await countOf(filter).catch(() => counted.value);
  if (now !== counted.value) counted.set(now);
}
