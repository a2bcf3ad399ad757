import { ApiKey, Claims, Member, type Role } from "@hilo/schema";
import { accounts, type UserRecord } from "../platform/accounts.ts";
import { type DocumentReference, read, type Transaction } from "../platform/firestore.ts";
import { apiKeys, members } from "../platform/store.ts";

export function memberAt(workspaceId: string, uid: string): DocumentReference {
  return members(workspaceId).doc(uid);
}

export function apiKeyAt(workspaceId: string, id: string): DocumentReference {
  return apiKeys(workspaceId).doc(id);
}

export async function findMember(
  workspaceId: string,
  uid: string,
  transaction?: Transaction,
): Promise<Member | undefined> {
  const place = memberAt(workspaceId, uid);
  return read(Member, transaction ? await transaction.get(place) : await place.get());
}

export async function findApiKey(workspaceId: string, id: string): Promise<ApiKey | undefined> {
  return read(ApiKey, await apiKeyAt(workspaceId, id).get());
}

/** The uids of the administrators who may sign in. */
export async function enabledAdmins(
  workspaceId: string,
  transaction: Transaction,
): Promise<string[]> {
  const admins = await transaction.get(members(workspaceId).where("role", "==", "admin"));
  return admins.docs.filter((one) => read(Member, one)?.enabled).map((one) => one.id);
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
 * Gives an account its role in a workspace, or none with null; its other workspaces stay. Authentication has
 * no transactions: two workspaces inviting one account in the same instant can lose one, which a second
 * invitation mends, and never gives a right nobody granted.
 */
export async function claimRole(uid: string, workspaceId: string, role: Role | null) {
  const auth = await accounts();
  const account = await auth.getUser(uid);
  const { [workspaceId]: _, ...others } = workspacesOf(account);
  const workspaces = role ? { ...others, [workspaceId]: role } : others;
  await auth.setCustomUserClaims(uid, { ...account.customClaims, workspaces });
}
