import {
  Account,
  AccountClaims,
  ApiKey,
  Attendance,
  Claims,
  hasAccess,
  Member,
  permissions,
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

/** Where an account is a member; beside the workspaces, like the account itself. */
export function accountClaimsAt(uid: string): DocumentReference {
  return db().collection("accountClaims").doc(uid);
}

export async function findAccountClaims(
  uid: string,
  transaction?: Transaction,
): Promise<AccountClaims | undefined> {
  const place = accountClaimsAt(uid);
  return read(AccountClaims, transaction ? await transaction.get(place) : await place.get());
}

/** The most accounts that Authentication gives at once. */
const mostAccounts = 100;

/** Accounts by uid; those that are gone are not among them. */
export async function accountsOf(uids: readonly string[]): Promise<Map<string, UserRecord>> {
  const found = new Map<string, UserRecord>();
  for (let from = 0; from < uids.length; from += mostAccounts) {
    const some = uids.slice(from, from + mostAccounts).map((uid) => ({ uid }));
    const { users } = await (await accounts()).getUsers(some);
    for (const user of users) found.set(user.uid, user);
  }
  return found;
}
