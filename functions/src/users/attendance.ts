import {
  type Attendance,
  type Attending,
  type Availability,
  attendanceMs,
  farewellMs,
  hasAccess,
  type Member,
} from "@hilo/schema";
import type { Doer } from "../audit/audit.ts";
import { alone } from "../platform/alone.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { type DocumentReference, db, FieldValue, type Transaction } from "../platform/firestore.ts";
import { inTurns } from "../platform/in-turns.ts";
import { attendanceAt, endedAttendances, findAttendance, findMember, memberAt } from "./store.ts";

/** What a console says of its member. */
export type Saying = {
  state?: Attending | undefined;
  tabId?: string | undefined;
  leaving: boolean;
};

/** The tab of a caller that names none. */
const onlyTab = "only";
/** How many tabs of a member are remembered; the ones that end first are forgotten. */
const mostTabs = 20;
/** How many members are looked after at once. */
const parallel = 10;

/**
 * Believes for five minutes that a member is here, and takes what they choose to be. A tab that leaves is believed a
 * little longer, since it may be reloading: the sweep ends what does not come back.
 */
export async function sayHere(doer: Doer, saying: Saying): Promise<{ state: Availability }> {
  const { workspaceId, id } = doer;
  return db().runTransaction(async (transaction) => {
    const [before, member] = await Promise.all([
      findAttendance(workspaceId, id, transaction),
      findMember(workspaceId, id, transaction),
    ]);
    if (!member || !hasAccess(member))
      throw new AppError("notAllowed", "You do not work here any more.");
    const after = said(before, saying, now());
    transaction.set(attendanceAt(workspaceId, id), after);
    return { state: show(transaction, memberAt(workspaceId, id), member, after) };
  });
}

function said(before: Attendance | undefined, saying: Saying, at: number): Attendance {
  const { state, tabId = onlyTab, leaving } = saying;
  const open = Object.entries(before?.tabs ?? {}).filter(([, until]) => until.getTime() > at);
  const known = open.find(([id]) => id === tabId)?.[1].getTime() ?? at;
  const until = leaving ? Math.min(known, at + farewellMs) : at + attendanceMs;
  const tabs = [...open.filter(([id]) => id !== tabId), [tabId, new Date(until)] as const]
    .filter(([, end]) => end.getTime() > at)
    .sort(([, a], [, b]) => b.getTime() - a.getTime())
    .slice(0, mostTabs);
  const choice = state ?? before?.choice ?? "available";
  return { choice, tabs: Object.fromEntries(tabs), until: tabs[0]?.[1] ?? null };
}

/** Colleagues are told only what changes. */
function show(
  transaction: Transaction,
  place: DocumentReference,
  member: Member,
  { choice, until }: Attendance,
): Availability {
  const state = until ? choice : undefined;
  if (state !== member.state) transaction.update(place, { state: state ?? FieldValue.delete() });
  return state ?? "offline";
}

/** Each minute: whoever has not said to be here for five minutes is not here. */
export async function endAttendances(): Promise<number> {
  const { docs } = await endedAttendances(new Date(now())).get();
  await inTurns(docs, parallel, ({ ref }) =>
    alone("attendance.notEnded", { id: ref.id }, () => end(ref)),
  );
  return docs.length;
}

/** Once for each: whoever has come back meanwhile is here. */
async function end(place: DocumentReference): Promise<void> {
  const [, workspaceId = "", , uid = ""] = place.path.split("/");
  await db().runTransaction(async (transaction) => {
    const [attendance, member] = await Promise.all([
      findAttendance(workspaceId, uid, transaction),
      findMember(workspaceId, uid, transaction),
    ]);
    if (!attendance?.until || attendance.until.getTime() > now()) return;
    const ended: Attendance = { ...attendance, tabs: {}, until: null };
    transaction.set(place, ended);
    if (member) show(transaction, memberAt(workspaceId, uid), member, ended);
  });
}
