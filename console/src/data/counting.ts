import { getCountFromServer, limit, query } from "firebase/firestore";
import { conditions, partsIn } from "./asking.ts";
import { countByApi } from "./counting-by-api.ts";
import type { Filter } from "./filter.ts";
import { collectionOf } from "./firestore.ts";

/** Whether who is signed in can have counted what a filter holds: by tag only what one question finds. */
export function canCount(filter: Filter): boolean {
  return !filter.tag || partsIn(filter).length === 1;
}

/**
 * How many conversations a filter holds, counted by the server; no further than `most`. Those that have to be asked for
 * in several parts, of which one may be in more than one, are counted by the API.
 */
export async function countOf(filter: Filter, most?: number): Promise<number> {
  const [part = [], ...others] = partsIn(filter);
  if (others.length > 0) return countByApi(filter, most);
  const all = query(collectionOf("conversations"), ...conditions(filter, undefined, part));
  const counted = await getCountFromServer(most === undefined ? all : query(all, limit(most)));
  return counted.data().count;
}
