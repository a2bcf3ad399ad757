/** What a query asks of Firestore's indexes. */
export type Need = {
  where: string;
  collection: string;
  scope: "COLLECTION" | "COLLECTION_GROUP";
  /** `values`: how many a list compares with, where that is known. */
  filters: { field: string; op: string; values?: number }[];
  orders: { field: string; direction: "ASCENDING" | "DESCENDING" }[];
};

type IndexField = { fieldPath: string; order?: "ASCENDING" | "DESCENDING"; arrayConfig?: string };
export type Indexes = {
  indexes: { collectionGroup: string; queryScope: string; fields: IndexField[] }[];
  fieldOverrides?: {
    collectionGroup: string;
    fieldPath: string;
    indexes: { order?: string; arrayConfig?: string; queryScope: string }[];
  }[];
};

type Order = Need["orders"][number];

const equality = ["==", "in", "array-contains", "array-contains-any"];

/** What Firestore takes at most of a query in its disjunctive normal form. */
const mostDisjunctions = 30;

/**
 * Whether the composite and single-field indexes serve a query; Firestore merges indexes that end in the same
 * order. https://firebase.google.com/docs/firestore/query-data/index-overview
 */
export function isServed(need: Need, indexes: Indexes): boolean {
  return isTaken(need) && isIndexed(need, indexes);
}

/**
 * Whether Firestore takes a query at all: one fact about a list, and no more disjunctions than it makes of one.
 * https://firebase.google.com/docs/firestore/query-data/queries#limitations
 */
function isTaken({ filters }: Need): boolean {
  const lists = filters.filter(({ op }) => op.startsWith("array-contains"));
  const disjunctions = filters.reduce((product, { values = 1 }) => product * values, 1);
  return lists.length <= 1 && disjunctions <= mostDisjunctions;
}

function isIndexed(need: Need, indexes: Indexes): boolean {
  const equal = [...new Set(need.filters.filter(isEquality).map(({ field }) => field))];
  const orders = ordersOf(need);
  const arrays = need.filters.filter(({ op }) => op.startsWith("array-contains"));
  if (orders.length === 0) return equal.every((field) => hasSingle(need, field, indexes));
  const [only] = orders;
  if (equal.length === 0 && orders.length === 1 && only)
    return hasSingle(need, only.field, indexes);
  const parts = indexes.indexes
    .filter((one) => one.collectionGroup === need.collection && one.queryScope === need.scope)
    .flatMap(({ fields }) => prefixBefore(fields, orders, equal));
  const covered = new Set(parts.flat());
  return (
    parts.length > 0 &&
    [...equal, ...arrays.map(({ field }) => field)].every((field) => covered.has(field))
  );
}

function isEquality({ op }: { op: string }): boolean {
  return equality.includes(op);
}

/** The orders as Firestore takes them: what is compared by size comes first, even when nobody says so. */
function ordersOf({ filters, orders }: Need): Order[] {
  const compared = filters.filter((filter) => !isEquality(filter)).map(({ field }) => field);
  const missing = [...new Set(compared)].filter((field) => !orders.some((o) => o.field === field));
  const direction = orders.at(-1)?.direction ?? "ASCENDING";
  // Every index ends in the name by itself, in the direction of what stands before it.
  const named = orders.filter(({ field }) => field !== "__name__");
  return [...named, ...missing.map((field) => ({ field, direction }))];
}

/** The fields before the query's order in an index that ends in it, when all are compared by equality. */
function prefixBefore(fields: IndexField[], orders: Order[], equal: string[]): string[][] {
  const own = fields.filter(({ fieldPath }) => fieldPath !== "__name__");
  const suffix = own.slice(-orders.length);
  const prefix = own.slice(0, -orders.length).map(({ fieldPath }) => fieldPath);
  const named = suffix.every((field, i) => field.fieldPath === orders[i]?.field);
  const same = suffix.map((field, i) => field.order === orders[i]?.direction);
  const oneWay = same.every(Boolean) || !same.some(Boolean);
  return named && oneWay && prefix.every((field) => equal.includes(field)) ? [prefix] : [];
}

/**
 * Single fields are indexed by themselves, but over all collections of a name only when asked for. What is said of a map
 * holds for its parts, unless something else is said of them.
 */
function hasSingle(need: Need, field: string, { fieldOverrides = [] }: Indexes): boolean {
  const override = fieldOverrides
    .filter((one) => one.collectionGroup === need.collection)
    .filter(({ fieldPath }) => `${field}.`.startsWith(`${fieldPath}.`))
    .sort((a, b) => b.fieldPath.length - a.fieldPath.length)
    .at(0);
  if (!override) return need.scope === "COLLECTION";
  return override.indexes.some(({ queryScope }) => queryScope === need.scope);
}
