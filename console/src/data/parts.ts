import { type Constraint, disjunctsOf, holdings, type Viewer } from "@hilo/schema/visible-to";
import { type QueryConstraint, where } from "firebase/firestore";

/** What a question adds so that all it finds is seen by who asks: rules let no list pass that they would have to filter. */
export type Part = readonly Constraint[];

/** What Firestore takes at most of a query in its disjunctive normal form. */
const mostDisjunctions = 30;

/**
 * The parts in which a list has to be asked for, a conversation may stand in several; one that adds nothing for who sees
 * all. `whose` is the assignee that the list is of; `times` in how many ways its own conditions are met.
 */
export function partsOf(who: Viewer, whose: string | null = null, times = 1): readonly Part[] {
  const all = disjunctsOf(who);
  const own = all.filter((part) => part.some(isOf(who.id)));
  if (whose === who.id && own.length > 0) return own;
  const some = all.filter((part) => whose === null || !part.some(isOfOther(whose)));
  return some.flatMap((part) => inTurns(part, Math.floor(mostDisjunctions / times)));
}

/** The parts in which leads are asked for. */
export function leadPartsOf(who: Viewer): readonly Part[] {
  return disjunctsOf(who, holdings.leads).flatMap((part) => inTurns(part, mostDisjunctions));
}

/** Whether a part says itself whose its conversations are. */
export function saysWhose(part: Part): boolean {
  return part.some(({ field }) => field === "assigneeId");
}

/** Whether a part asks for an entry of a list: a query may do so once. */
export function asksList(part: Part): boolean {
  return part.some(({ op }) => op === "array-contains");
}

export function asked(part: Part): QueryConstraint[] {
  return part.map(({ field, op, value }) => where(field, op, value));
}

function isOf(whose: string): (one: Constraint) => boolean {
  return ({ field, value }) => field === "assigneeId" && value === whose;
}

function isOfOther(whose: string): (one: Constraint) => boolean {
  return ({ field, value }) => field === "assigneeId" && value !== whose;
}

/** The same part, with as many teams at a time as a query can name. */
function inTurns(part: Part, most: number): Part[] {
  const list = part.find(({ op }) => op === "in");
  if (!list || list.value.length <= most) return [part];
  const turns = Math.ceil(list.value.length / most);
  return Array.from({ length: turns }, (_, i) =>
    part.map((one) =>
      one === list ? { ...one, value: list.value.slice(i * most, (i + 1) * most) } : one,
    ),
  );
}
