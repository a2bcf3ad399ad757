import { invitationMs, invitationOf, type Member, type Role } from "@hilo/schema";
import { audit } from "../audit/audit.ts";
import { accounts, type UserRecord } from "../platform/accounts.ts";
import type { Guest } from "../platform/auth.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { db } from "../platform/firestore.ts";
import { forget } from "../platform/sessions.ts";
import { mailSignInLink } from "../platform/sign-in-mail.ts";
import { workspaceName } from "../settings/settings.ts";
import { noteMembership, refuseTooLong, settleClaims } from "./claims.ts";
import { acceptanceOf } from "./invite.ts";
import { clear, isProved, mailboxOf, noteProof, validFrom } from "./proof.ts";
import { noteOwnChange } from "./sign-ins.ts";
import { findMember, findProof, memberAt, workspacesOf } from "./store.ts";

/** How long ago who sets a password may have signed in, in milliseconds. */
const recentMs = 5 * 60 * 1000;

/** What the page says on which an invitation is accepted. Throws `notFound` where the caller has none. */
export async function invitationFor({ uid }: Guest, workspaceId: string) {
  const member = await invited(workspaceId, uid);
  return {
    workspaceId,
    workspaceName: await workspaceName(workspaceId),
    invitedBy: member.invitedBy ?? "",
    name: member.name,
    role: member.role,
    state: invitationOf(member, now()),
    expiresAt: (member.invitedAt?.getTime() ?? 0) + invitationMs,
  };
}

/**
 * Gives who was invited their access. The session must be one that only the owner of the invited mailbox can have;
 * where that is not certain, the account is cleared and another link is mailed (`unproved`).
 */
export async function acceptInvitation(
  guest: Guest,
  workspaceId: string,
): Promise<{ workspaceId: string; role: Role }> {
  const { uid } = guest;
  const account = await (await accounts()).getUser(uid);
  const { email, language } = open(await invited(workspaceId, uid));
  refuseOther(guest, account, email);
  refuseEnded(guest, account);
  if (!account.emailVerified || !isProved(account, await findProof(uid))) {
    await clear(account);
    await mailSignInLink({ email, language, continueUrl: acceptanceOf(workspaceId) });
    throw new AppError(
      "unproved",
      "Open the mail that was just sent to you, and go on from there.",
    );
  }
  const { role } = await accept(guest, workspaceId, account);
  await settleClaims(uid, workspaceId, mailboxOf(account));
  forget(workspaceId, uid);
  return { workspaceId, role };
}

/** Sets the caller's own password, which ends all other sessions. */
export async function setPassword(guest: Guest, password: string): Promise<{ uid: string }> {
  const { uid } = guest;
  if (now() - guest.since > recentMs)
    throw new AppError("notRecent", "Sign in again first: that was more than 5 minutes ago.");
  const auth = await accounts();
  const before = await auth.getUser(uid);
  refuseEnded(guest, before);
  const proved = before.emailVerified && isProved(before, await findProof(uid));
  const after = await auth.updateUser(uid, { password });
  // The first one is nothing to be asked about; any other may have been set by whoever found the console open.
  const isFirst = Object.keys(workspacesOf(before)).length === 0;
  if (isFirst) await noteOwnChange(uid, { email: mailboxOf(after), validFrom: validFrom(after) });
  if (proved) await noteProof(after);
  return { uid };
}

/** A token lives for an hour, its session may have ended before. */
function refuseEnded({ since }: Guest, account: UserRecord): void {
  if (since < validFrom(account)) throw new AppError("sessionEnded", "Sign in again.");
}

async function invited(workspaceId: string, uid: string): Promise<Member> {
  const member = await findMember(workspaceId, uid);
  if (member?.invitedAt) return member;
  throw new AppError("notFound", "Nobody has invited this account there. Ask to be invited again.");
}

/** An invitation that still counts, or was accepted before: once more does no harm. */
function open(member: Member): Member {
  if (!member.enabled && member.acceptedAt !== null)
    throw new AppError("notAllowed", "You are disabled there. Ask an administrator to enable you.");
  if (!member.enabled)
    throw new AppError("withdrawn", "This invitation was withdrawn. Ask to be invited again.");
  if (invitationOf(member, now()) === "expired")
    throw new AppError("gone", "This invitation has expired. Ask to be invited again.");
  return member;
}

function refuseOther(guest: Guest, account: UserRecord, email: string): void {
  const wanted = mailboxOf({ email });
  if (mailboxOf(account) === wanted && mailboxOf(guest) === wanted) return;
  throw new AppError(
    "otherMailbox",
    "The invitation was sent to another mailbox. Sign in with that.",
  );
}

async function accept(guest: Guest, workspaceId: string, account: UserRecord): Promise<Member> {
  return db().runTransaction(async (transaction) => {
    const member = await findMember(workspaceId, guest.uid, transaction);
    if (!member) throw new AppError("withdrawn", "This invitation was withdrawn.");
    const { acceptedAt, name } = open(member);
    if (acceptedAt !== null) return member;
    const at = new Date(now());
    const changes = { acceptedAt: at, updatedAt: at };
    const becoming = { workspaceId, member: { ...member, ...changes } };
    await refuseTooLong(transaction, account, becoming);
    noteMembership(transaction, guest.uid, workspaceId);
    transaction.update(memberAt(workspaceId, guest.uid), changes);
    const doer = { type: "member", id: guest.uid, name, workspaceId } as const;
    const { requestId, ip } = guest;
    audit(transaction, { ...doer, requestId, ip }, "users.accept", `members/${guest.uid}`);
    return member;
  });
}
