import { nobody } from "@hilo/schema/words";
import { orderBy, type Query, type QueryConstraint, query, where } from "firebase/firestore";
import { type Filter, statusesOf } from "./filter.ts";
import { collectionOf } from "./firestore.ts";
import { asked, asksList, type Part, partsOf, saysWhose } from "./parts.ts";
import { closingMs } from "./passing.ts";
import { signedIn } from "./session.ts";
import { viewer } from "./sight.ts";
import { type Leg, ownLeg } from "./sorting.ts";
import { spellings } from "./spellings.ts";
import { dayBegan } from "./today.ts";

export const minute = 60_000;
/** How many minutes ahead windows that are not closing yet are listened to, before they are asked for anew. */
export const aheadMinutes = 30;

/** The query behind a leg of a list; what it leaves to `passes` would cost an index of its own. */
export function queryFor(filter: Filter, leg: Leg, part: Part, ...rest: QueryConstraint[]): Query {
  return query(
    collectionOf("conversations"),
    ...conditions(filter, leg, part, aheadMinutes * minute),
    orderBy(leg.by, leg.way),
    ...rest,
  );
}

/** In which parts a leg is asked for by who is signed in. */
export function partsIn(filter: Filter, leg: Leg = ownLeg(filter)): readonly Part[] {
  if (leg.by === "mentionedAt") return [[]];
  return partsOf(viewer(), assigneeOf(filter), waysIn(filter, leg));
}

/** How many combinations Firestore makes of the conditions of a leg. */
function waysIn(filter: Filter, { by }: Leg): number {
  if (by === "failedAt" || by === "resolvedAt") return 1;
  const tags = by !== "replyUntil" && filter.tag ? spellings(filter.tag).length : 1;
  return statusesOf(filter).length * tags;
}

/** The conditions of a filter that Firestore checks, also of what will be closing within `aheadMs`. */
export function conditions(
  filter: Filter,
  leg: Leg = ownLeg(filter),
  part: Part = [],
  aheadMs = 0,
): QueryConstraint[] {
  const found = asked(part);
  if (leg.by === "failedAt") return [...found, where("failedAt", ">", 0)];
  if (leg.by === "mentionedAt") return [where("guests", "array-contains", signedIn().uid)];
  const whose = saysWhose(part) ? null : assigneeOf(filter);
  if (whose) found.push(where("assigneeId", "==", whose));
  // Whatever its state is now, which would cost an index of its own.
  if (leg.by === "resolvedAt") return [...found, where("resolvedAt", ">=", dayBegan())];
  found.push(where("status", "in", [...statusesOf(filter)]));
  found.push(...leg.bounds.map((bound) => where(...bound)));
  if (filter.view === "closing") found.push(...soonClosed(closingMs + aheadMs));
  if (leg.by === "waitingSince") return [...found, ...tagged(filter, part)];
  if (leg.by !== "lastMessageAt") return found;
  return [...found, ...furtherConditions(filter), ...tagged(filter, part)];
}

export function assigneeOf({ view, assigneeId }: Filter): string | null {
  if (view === "mine") return signedIn().uid;
  return view === "unassigned" ? nobody : assigneeId;
}

function soonClosed(withinMs: number): QueryConstraint[] {
  const now = Date.now();
  return [where("replyUntil", ">", now), where("replyUntil", "<=", now + withinMs)];
}

/** What is asked for with an index in the order of the latest message only. */
function furtherConditions(filter: Filter): QueryConstraint[] {
  const found: QueryConstraint[] = [];
  if (filter.today) found.push(where("lastMessageAt", ">=", dayBegan()));
  if (filter.channelId) found.push(where("channelId", "==", filter.channelId));
  if (filter.platform) found.push(where("platform", "==", filter.platform));
  if (filter.priority) found.push(where("priority", "==", filter.priority));
  return found;
}

/**
 * Of the longest waiting, too: a rare tag would be looked for through all who wait. Among what is shared with somebody
 * it is.
 */
function tagged({ tag }: Filter, part: Part): QueryConstraint[] {
  return tag && !asksList(part) ? [where("tags", "array-contains-any", spellings(tag))] : [];
}
