import { type Constraint, disjunctsOf, type Holding, holdings, type Viewer } from "@hilo/schema";
import type { DocumentSnapshot, Query } from "../platform/firestore.ts";
import type { Part } from "./merged.ts";

/** What else a list is asked for. */
export type Filter = { field: string; op: "==" | "array-contains"; value: string };

/**
 * What somebody sees of a list, in parts, each to be asked for by itself: rules are no filters, and Firestore finds no
 * document by either of two fields in the order of a third. A document may be in several.
 */
export function scoped(
  all: Query,
  viewer: Viewer,
  {
    filters = [],
    holding = holdings.conversations,
  }: { filters?: Filter[]; holding?: Holding } = {},
): Part[] {
  return disjunctsOf(viewer, holding)
    .filter((constraints) =>
      filters.every((filter) => !constraints.some((one) => excludes(one, filter))),
    )
    .map((constraints) => partOf(all, filters, constraints));
}

/** Whether nothing can be both. */
function excludes({ field, op, value }: Constraint, filter: Filter): boolean {
  if (field !== filter.field || op === "array-contains") return false;
  return op === "==" ? value !== filter.value : !value.includes(filter.value);
}

/** A query asks what stands in one list alone: what else is asked of another is looked at in what it finds. */
function partOf(all: Query, filters: readonly Filter[], constraints: readonly Constraint[]): Part {
  const isOfLists = constraints.some(({ op }) => op === "array-contains");
  const later = filters.filter(({ op }) => isOfLists && op === "array-contains");
  const asked = filters.filter((filter) => !later.includes(filter));
  // What a filter says already, a set of constraints need not.
  const rest = constraints.filter(({ field }) => !asked.some((one) => one.field === field));
  const query = [...asked, ...rest].reduce<Query>(
    (found, { field, op, value }) => found.where(field, op, value),
    all,
  );
  if (later.length === 0) return { query };
  return { query, isWanted: (doc) => later.every((filter) => holds(doc, filter)) };
}

function holds(doc: DocumentSnapshot, { field, value }: Filter): boolean {
  const list: unknown = doc.get(field);
  return Array.isArray(list) && list.includes(value);
}
