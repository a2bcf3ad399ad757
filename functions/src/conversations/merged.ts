import type { DocumentSnapshot, Query } from "../platform/firestore.ts";

/** Some documents of a list that has to be asked for in parts. */
export type Part = {
  /** In the order of the list. */
  query: Query;
  /** What of it belongs to the list, where the query could not say so. */
  isWanted?: ((doc: DocumentSnapshot) => boolean) | undefined;
};

/**
 * The first documents of a list in parts, newest first by a field and then by id, each once: as many as are wanted of
 * all, which no part can have more of.
 */
export async function firstOfAll(
  parts: readonly Part[],
  by: string,
  wanted: number,
): Promise<DocumentSnapshot[]> {
  const found = await Promise.all(parts.map((part) => firstOf(part, wanted)));
  const [first = []] = found;
  if (found.length === 1) return first;
  const once = new Map(found.flat().map((doc) => [doc.id, doc]));
  return [...once.values()]
    .sort((a, b) => Number(b.get(by)) - Number(a.get(by)) || (a.id < b.id ? 1 : -1))
    .slice(0, wanted);
}

async function firstOf({ query, isWanted }: Part, wanted: number): Promise<DocumentSnapshot[]> {
  let page = (await query.limit(wanted).get()).docs;
  if (!isWanted) return page;
  const found = page.filter(isWanted);
  while (found.length < wanted && page.length === wanted) {
    page = (await query.startAfter(page.at(-1)).limit(wanted).get()).docs;
    found.push(...page.filter(isWanted));
  }
  return found.slice(0, wanted);
}
