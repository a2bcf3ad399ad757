import { type CountedConversations, disjunctsOf, type Viewer } from "@hilo/schema";
import { now } from "../platform/clock.ts";
import { Filter, type Query } from "../platform/firestore.ts";
import { conversationsOf } from "./store.ts";

/** Somebody who looks into a workspace. */
type Looking = Viewer & { readonly workspaceId: string };

/** How many conversations there are of each kind, among those that somebody sees: each once. */
export function countConversations(
  viewer: Looking,
  of: readonly CountedConversations[],
): Promise<number[]> {
  return Promise.all(of.map((one) => countOf(viewer, one)));
}

/** What Firestore takes at most of a query in its disjunctive normal form. */
const mostDisjunctions = 30;

/** As many states at a time as Firestore takes with all that somebody sees; no conversation is in two of them. */
async function countOf(
  viewer: Looking,
  { status = [], most, ...of }: CountedConversations,
): Promise<number> {
  const all = seenBy(viewer, asked(conversationsOf(viewer.workspaceId), of));
  const times = Math.floor(mostDisjunctions / waysIn(viewer));
  const each =
    status.length > 0
      ? inTurns(status, times).map((some) => all.where("status", "in", some))
      : [all];
  const counts = await Promise.all(
    each.map(async (query) => {
      const found = await (most === undefined ? query : query.limit(most)).count().get();
      return found.data().count;
    }),
  );
  const sum = counts.reduce((total, one) => total + one, 0);
  return Math.min(sum, most ?? sum);
}

/** How many combinations Firestore makes of all that somebody sees. */
function waysIn(viewer: Viewer): number {
  const lengths = disjunctsOf(viewer).map((part) =>
    part.reduce((product, { op, value }) => product * (op === "in" ? value.length : 1), 1),
  );
  return lengths.reduce((sum, one) => sum + one, 0);
}

function inTurns<Item>(all: readonly Item[], most: number): Item[][] {
  const turns = Math.ceil(all.length / most);
  return Array.from({ length: turns }, (_, i) => all.slice(i * most, (i + 1) * most));
}

function seenBy(viewer: Viewer, query: Query): Query {
  const parts = disjunctsOf(viewer).map((part) =>
    Filter.and(...part.map(({ field, op, value }) => Filter.where(field, op, value))),
  );
  return viewer.see === "all" ? query : query.where(Filter.or(...parts));
}

/** In the order of the console's lists, whose indexes serve it. */
function asked(all: Query, of: Omit<CountedConversations, "status" | "most">): Query {
  const { since, waiting, replyBefore, failed, resolvedSince, ...same } = of;
  let query = all;
  for (const [field, value] of Object.entries(same)) query = query.where(field, "==", value);
  if (failed) return query.where("failedAt", ">", 0).orderBy("failedAt", "desc");
  if (waiting) return query.where("waitingSince", ">", 0).orderBy("waitingSince");
  if (resolvedSince !== undefined)
    return query.where("resolvedAt", ">=", resolvedSince).orderBy("resolvedAt", "desc");
  if (replyBefore !== undefined)
    return query
      .where("replyUntil", ">", now())
      .where("replyUntil", "<=", replyBefore)
      .orderBy("replyUntil");
  const newest = query.orderBy("lastMessageAt", "desc");
  return since === undefined ? newest : newest.where("lastMessageAt", ">=", since);
}
