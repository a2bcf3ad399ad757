import { invitationOf, type Member, may } from "@hilo/schema";
import { audit, changesOf, type Doer } from "../audit/audit.ts";
import { refuseChanged } from "../audit/seen.ts";
import type { UserRecord } from "../platform/accounts.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { db, FieldValue, type Transaction } from "../platform/firestore.ts";
import { forget } from "../platform/sessions.ts";
import { noteMembership, refuseTooLong, settleClaims } from "./claims.ts";
import { endAllSessions } from "./proof.ts";
import {
  accountsOf,
  allMembers,
  attendanceAt,
  enabledAdmins,
  findMember,
  memberAt,
} from "./store.ts";

/** What an administrator may change of a member. */
export type MemberChanges = {
  role?: Member["role"] | undefined;
  enabled?: boolean | undefined;
  name?: string | undefined;
  see?: Member["see"] | undefined;
  teams?: Member["teams"] | undefined;
  /** What they saw of these. */
  seen?: Partial<Record<"role" | "enabled" | "name" | "see" | "teams", unknown>> | undefined;
};

/** Somebody who works here, or did; undefined when nobody of that uid ever has. */
export function memberOf(
  workspaceId: string,
  uid: string,
  transaction?: Transaction,
): Promise<Member | undefined> {
  return findMember(workspaceId, uid, transaction);
}

/** Who works here or is invited. */
export async function listMembers(workspaceId: string) {
  const found = await allMembers(workspaceId);
  const items = found.map((member) => {
    const { id, name, email, role, enabled, see, teams } = member;
    const invitedAt = member.invitedAt?.getTime() ?? null;
    const invitation = invitationOf(member, now());
    return { id, name, email, role, enabled, see, teams, invitation, invitedAt };
  });
  return { items: items.sort((a, b) => a.name.localeCompare(b.name)), cursor: null };
}

/**
 * Changes a member. The account's claims follow the stored member, also when nothing changed, so that a
 * repeated call mends one that was cut short. A new role and disabling end the sessions; what they see goes on in the
 * same session, with the next ID token.
 */
export async function changeMember(
  doer: Doer,
  uid: string,
  changes: MemberChanges,
): Promise<{ uid: string }> {
  const { workspaceId } = doer;
  const account = (await accountsOf([uid])).get(uid);
  const { before, after } = await db().runTransaction((transaction) =>
    change(transaction, doer, { uid, account }, changes),
  );
  await settleClaims(uid, workspaceId);
  const ends = before.acceptedAt !== null && (before.role !== after.role || !after.enabled);
  if (ends) await endAllSessions(uid);
  forget(workspaceId, uid);
  return { uid };
}

async function change(
  transaction: Transaction,
  doer: Doer,
  { uid, account }: { uid: string; account: UserRecord | undefined },
  { seen, ...wanted }: MemberChanges,
): Promise<{ before: Member; after: Member }> {
  const { workspaceId } = doer;
  const before = await findMember(workspaceId, uid, transaction);
  if (!before) throw noSuchMember();
  const target = `members/${uid}`;
  await refuseChanged({ workspaceId, target, before, seen, wanted });
  const after = changedBy(before, wanted);
  await refuseLockOut(transaction, doer, uid, after);
  if (account) await refuseTooLong(transaction, account, { workspaceId, member: after });
  const changed = changesOf(before, after);
  if (Object.keys(changed).length > 0) {
    const { role, enabled, name, see, teams } = after;
    const fields = { role, enabled, name, see, teams };
    noteMembership(transaction, uid, workspaceId);
    // Who is disabled is not here.
    const absent = after.enabled ? {} : { state: FieldValue.delete() };
    const updatedAt = new Date(now());
    transaction.update(memberAt(workspaceId, uid), { ...fields, ...absent, updatedAt });
    if (!after.enabled) transaction.delete(attendanceAt(workspaceId, uid));
    audit(transaction, doer, "users.change", target, changed);
  }
  return { before, after };
}

function changedBy(before: Member, wanted: Omit<MemberChanges, "seen">): Member {
  return {
    ...before,
    role: wanted.role ?? before.role,
    enabled: wanted.enabled ?? before.enabled,
    name: wanted.name ?? before.name,
    see: wanted.see ?? before.see,
    teams: wanted.teams ?? before.teams,
  };
}

/** A workspace keeps an administrator, and nobody shuts the door on themselves. */
async function refuseLockOut(
  transaction: Transaction,
  doer: Doer,
  uid: string,
  after: Member,
): Promise<void> {
  if (after.enabled && may(after.role, "members.manage")) return;
  if (uid === doer.id && !after.enabled) {
    throw new AppError("conflict", "You cannot disable yourself. Ask another administrator.");
  }
  const admins = await enabledAdmins(doer.workspaceId, transaction);
  if (admins.length === 1 && admins[0] === uid) {
    throw new AppError("conflict", "This is the last administrator. Make another one first.");
  }
}

/** Ends every session of a member: consoles ask to sign in again, the API within a minute. */
export async function endSessions(doer: Doer, uid: string): Promise<{ uid: string }> {
  const { workspaceId } = doer;
  if (!(await findMember(workspaceId, uid))) throw noSuchMember();
  await endAllSessions(uid);
  forget(workspaceId, uid);
  const batch = db().batch();
  audit(batch, doer, "users.endSessions", `members/${uid}`);
  await batch.commit();
  return { uid };
}

function noSuchMember(): AppError {
  return new AppError("notFound", "There is no such member.");
}
