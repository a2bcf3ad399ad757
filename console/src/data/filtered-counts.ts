import { type Source, source } from "../ui/source.ts";
import { type Counts, countOf, counts } from "./conversations.ts";
import { conditionsOf, type Filter, isCountable, views } from "./filter.ts";

/**
 * How many conversations each view holds under the conditions of a filter, counted whenever the views are; a view
 * that the server cannot count under them has no number.
 */
export function countsUnder(filter: Filter): Source<Counts> {
  if (conditionsOf(filter) === 0) return counts;
  const tally = source<Counts>({}, () => {
    const count = async () => tally.set(Object.fromEntries(await Promise.all(views.map(counted))));
    void count();
    return counts.subscribe(() => void count());
  });
  const counted = async (view: Filter["view"]) => {
    const asked = { ...filter, view };
    const known = () => tally.value[view];
    return [view, isCountable(asked) ? await countOf(asked).catch(known) : undefined] as const;
  };
  return tally;
}
