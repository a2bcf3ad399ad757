import type { Member } from "@hilo/schema";
import { type Doer, record } from "../audit/audit.ts";
import { accounts, type UserRecord } from "../platform/accounts.ts";
import { now } from "../platform/clock.ts";
import { config } from "../platform/config.ts";
import { AppError } from "../platform/errors.ts";
import { commit, db } from "../platform/firestore.ts";
import { forget } from "../platform/sessions.ts";
import { claimRole, findAccount, findMember, memberAt, workspacesOf } from "./store.ts";

export type Invitation = Pick<Member, "email" | "name" | "role" | "language">;

/**
 * Lets somebody work here: account, member with audit entry in one commit, then the claims. A member who
 * never signed in may be invited again, which mends what was cut short. Throws `conflict` for anybody else
 * who is a member already.
 */
export async function inviteMember(
  doer: Doer,
  invitation: Invitation,
): Promise<{ uid: string; passwordLink: string }> {
  const { workspaceId } = doer;
  const found = await findAccount(invitation.email);
  const known = found && (await findMember(workspaceId, found.uid));
  if (found && known) return inviteAgain(doer, found, known).catch(refuseOvertaken);
  const account = await accountFor(invitation, found).catch(refuseOvertaken);
  await addMember(doer, account.uid, invitation);
  try {
    await claimRole(account.uid, workspaceId, invitation.role);
    forget(workspaceId, account.uid);
    return { uid: account.uid, passwordLink: await passwordLink(account, workspaceId) };
  } catch (error) {
    if (isGone(error)) await memberAt(workspaceId, account.uid).delete();
    return refuseOvertaken(error);
  }
}

/** Whether an account has been replaced meanwhile, by another invitation of the same person. */
function isGone(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === "auth/user-not-found" || code === "auth/email-not-found";
}

function refuseOvertaken(cause: unknown): never {
  if (!isGone(cause)) throw cause;
  throw new AppError("conflict", "This person is being invited already.", { cause });
}

async function inviteAgain(doer: Doer, account: UserRecord, member: Member) {
  if (!member.enabled) {
    throw new AppError("conflict", "This person is a disabled member. Enable them instead.");
  }
  const complete = workspacesOf(account)[doer.workspaceId] === member.role;
  if (complete && hasSignedIn(account)) {
    throw new AppError("conflict", "This person is a member already.");
  }
  const batch = db().batch();
  record(batch, doer, "users.inviteAgain", `members/${account.uid}`);
  await batch.commit();
  await claimRole(account.uid, doer.workspaceId, member.role);
  return { uid: account.uid, passwordLink: await passwordLink(account, doer.workspaceId) };
}

/**
 * The account to invite. One that somebody made for this address without proving it is theirs, and that
 * works nowhere, is replaced: else whoever made it would get in with the password they chose.
 */
async function accountFor(invitation: Invitation, found?: UserRecord): Promise<UserRecord> {
  const auth = await accounts();
  if (found) {
    const trusted = found.emailVerified || Object.keys(workspacesOf(found)).length > 0;
    if (trusted) return found;
    await auth.deleteUser(found.uid);
  }
  const { email, name } = invitation;
  return auth.createUser({ email, displayName: name }).catch((cause) => {
    if (!isTakenMeanwhile(cause as { code?: unknown; message?: unknown })) throw cause;
    throw new AppError("conflict", "This person is being invited already.", { cause });
  });
}

/**
 * Another invitation of the same person was quicker, or has taken away the account that this one had just made,
 * which firebase-admin tells as an internal error when it reads the account back.
 */
function isTakenMeanwhile({ code, message }: { code?: unknown; message?: unknown }): boolean {
  if (code === "auth/email-already-exists") return true;
  return code === "auth/internal-error" && /create the user record/i.test(String(message));
}

async function addMember(doer: Doer, uid: string, invitation: Invitation): Promise<void> {
  const { workspaceId } = doer;
  const inviter = await findMember(workspaceId, doer.id);
  const at = new Date(now());
  const batch = db().batch();
  batch.create(memberAt(workspaceId, uid), {
    ...invitation,
    enabled: true,
    timeZone: inviter?.timeZone ?? "UTC",
    createdAt: at,
    updatedAt: at,
  } satisfies Member);
  record(batch, doer, "users.invite", `members/${uid}`, { role: { to: invitation.role } });
  if ((await commit(batch)) === "written") return;
  throw new AppError("conflict", "This person is a member already.");
}

/**
 * Where the invited person goes: to choose a password; or, when the account has one or works elsewhere too,
 * to the sign-in page, since a link would let this administrator into the other workspaces.
 */
async function passwordLink(account: UserRecord, workspaceId: string): Promise<string> {
  const elsewhere = Object.keys(workspacesOf(account)).some((other) => other !== workspaceId);
  const own = elsewhere || hasSignedIn(account) || account.emailVerified;
  if (own || account.email === undefined) return `${config().PUBLIC_BASE_URL}/`;
  return (await accounts()).generatePasswordResetLink(account.email);
}

/** Whether anybody uses an account: it has been signed in to, and has a way to do it again. */
function hasSignedIn({ metadata, providerData }: UserRecord): boolean {
  return Boolean(metadata.lastSignInTime) && providerData.length > 0;
}
