import {
  Account,
  ApiKey,
  Attendance,
  Claims,
  hasAccess,
  Member,
  permissions,
  type Role,
} from "@hilo/schema";
import type { output, ZodObject } from "zod";
import { accounts, type UserRecord } from "../platform/accounts.ts";
import {
  type CollectionReference,
  type DocumentReference,
  db,
  type Query,
  read,
  type Transaction,
  workspace,
} from "../platform/firestore.ts";
import { apiKeys, members } from "../platform/store.ts";

export function memberAt(workspaceId: string, uid: string): DocumentReference {
  return members(workspaceId).doc(uid);
}

/** Those who work here no more. */
export function disabledMembers(workspaceId: string): Query {
  return members(workspaceId).where("enabled", "==", false);
}

export function apiKeyAt(workspaceId: string, id: string): DocumentReference {
  return apiKeys(workspaceId).doc(id);
}

/** Whose an account is; beside the workspaces, since one account may work in several. */
export function accountAt(uid: string): DocumentReference {
  return db().collection("accounts").doc(uid);
}

/** How an account was last known to let people in; beside the workspaces, too. */
export function signInAt(uid: string): DocumentReference {
  return db().collection("signIns").doc(uid);
}

export async function findProof(uid: string): Promise<Account | undefined> {
  return read(Account, await accountAt(uid).get());
}

/** Who works here or is invited, by uid. */
export function allMembers(workspaceId: string): Promise<(Member & { id: string })[]> {
  return allOf(Member, members(workspaceId));
}

export function attendanceAt(workspaceId: string, uid: string): DocumentReference {
  return workspace(workspaceId).collection("attendances").doc(uid);
}

/** The members of every workspace whom nobody may believe to be here any more. */
export function endedAttendances(at: Date): Query {
  return db().collectionGroup("attendances").where("until", "<=", at).orderBy("until").limit(500);
}

export async function findAttendance(
  workspaceId: string,
  uid: string,
  transaction: Transaction,
): Promise<Attendance | undefined> {
  return read(Attendance, await transaction.get(attendanceAt(workspaceId, uid)));
}

export async function findMember(
  workspaceId: string,
  uid: string,
  transaction?: Transaction,
): Promise<Member | undefined> {
  const place = memberAt(workspaceId, uid);
  return read(Member, transaction ? await transaction.get(place) : await place.get());
}

export function allApiKeys(workspaceId: string): Promise<(ApiKey & { id: string })[]> {
  return allOf(ApiKey, apiKeys(workspaceId));
}

async function allOf<S extends ZodObject>(
  shape: S,
  collection: CollectionReference,
): Promise<(output<S> & { id: string })[]> {
  const { docs } = await collection.get();
  return docs.flatMap((one) => {
    const found = read(shape, one);
    return found ? [{ ...found, id: one.id }] : [];
  });
}

export async function findApiKey(workspaceId: string, id: string): Promise<ApiKey | undefined> {
  return read(ApiKey, await apiKeyAt(workspaceId, id).get());
}

/** The uids of the administrators who may sign in. */
export async function enabledAdmins(
  workspaceId: string,
  transaction: Transaction,
): Promise<string[]> {
  const roles = permissions["members.manage"];
  const admins = await transaction.get(members(workspaceId).where("role", "in", [...roles]));
  return admins.docs.filter((one) => isHere(read(Member, one))).map((one) => one.id);
}

function isHere(member: Member | undefined): boolean {
  return member !== undefined && hasAccess(member);
}

export async function findAccount(email: string): Promise<UserRecord | undefined> {
  const { users } = await (await accounts()).getUsers([{ email }]);
  return users[0];
}

/** The workspaces of an account; claims of a shape that is not ours count as none. */
export function workspacesOf(account: UserRecord): Claims["workspaces"] {
  return Claims.safeParse(account.customClaims ?? {}).data?.workspaces ?? {};
}

/**
 * Gives an account its role in a workspace, or none with null; its other workspaces stay. `mailbox` is the one that
 * accepted. Authentication has no transactions: two workspaces letting one account in in the same instant can lose
 * one, which accepting once more mends, and never gives a right nobody granted.
 */
export async function claimRole(
  uid: string,
  workspaceId: string,
  role: Role | null,
  mailbox?: string,
): Promise<void> {
  const auth = await accounts();
  const account = await auth.getUser(uid);
  const { [workspaceId]: _, ...others } = workspacesOf(account);
  const workspaces = role ? { ...others, [workspaceId]: role } : others;
  const accepted = mailbox ? { mailbox } : {};
  await auth.setCustomUserClaims(uid, { ...account.customClaims, ...accepted, workspaces });
}
