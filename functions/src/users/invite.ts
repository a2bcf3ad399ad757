import { hasAccess, type Member } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { now } from "../platform/clock.ts";
import { config } from "../platform/config.ts";
import { AppError } from "../platform/errors.ts";
import { commit, db } from "../platform/firestore.ts";
import { mailSignInLink } from "../platform/sign-in-mail.ts";
import { zoneOf } from "../settings/settings.ts";
import { accountFor } from "./proof.ts";
import { findAccount, findMember, memberAt } from "./store.ts";

export type Invitation = Pick<Member, "email" | "name" | "role" | "language">;
type Invited = { uid: string; invited: true };

/**
 * Invites somebody to work here: they are a member at once and can be given work, but have no access until they
 * accept with their mailbox. Who has not accepted is invited again. Throws `conflict` for anybody else who is a
 * member already.
 */
export async function inviteMember(doer: Doer, invitation: Invitation): Promise<Invited> {
  const found = await findAccount(invitation.email);
  const here = found && (await findMember(doer.workspaceId, found.uid));
  const before = here && pending(here);
  const { uid } = await accountFor(invitation, found);
  if (before && uid === found?.uid) await renew(doer, uid, before, invitation);
  else await addMember(doer, uid, invitation);
  return mailed(doer.workspaceId, uid, invitation);
}

/** Sends an invitation again, which is good for another while. */
export async function inviteAgain(doer: Doer, uid: string): Promise<Invited> {
  const known = await findMember(doer.workspaceId, uid);
  if (!known) throw new AppError("notFound", "There is no such member.");
  const { email, name, role, language } = pending(known);
  return inviteMember(doer, { email, name, role, language });
}

/** Takes an invitation back; what its person was given meanwhile goes back to nobody, as when a member is disabled. */
export async function withdrawInvitation(doer: Doer, uid: string): Promise<{ uid: string }> {
  await db().runTransaction(async (transaction) => {
    const known = await findMember(doer.workspaceId, uid, transaction);
    if (!known) throw new AppError("notFound", "There is no such member.");
    if (!pending(known).enabled) return;
    transaction.update(memberAt(doer.workspaceId, uid), {
      enabled: false,
      updatedAt: new Date(now()),
    });
    audit(transaction, doer, "users.withdraw", `members/${uid}`);
  });
  return { uid };
}

/** Somebody who has not accepted yet; throws `conflict` for others. */
function pending(member: Member): Member {
  if (member.acceptedAt === null) return member;
  throw hasAccess(member)
    ? new AppError("conflict", "This person is a member already.")
    : new AppError("conflict", "This person is a disabled member. Enable them instead.");
}

async function mailed(
  workspaceId: string,
  uid: string,
  { email, language }: Pick<Invitation, "email" | "language">,
): Promise<Invited> {
  await mailSignInLink({ email, language, continueUrl: acceptanceOf(workspaceId) });
  return { uid, invited: true };
}

/** Where an invitation is accepted. */
export function acceptanceOf(workspaceId: string): string {
  return `${config().PUBLIC_BASE_URL}/accept?workspace=${encodeURIComponent(workspaceId)}`;
}

async function renew(
  doer: Doer,
  uid: string,
  before: Member,
  { name, role, language }: Pick<Invitation, "name" | "role" | "language">,
): Promise<void> {
  const at = new Date(now());
  const batch = db().batch();
  batch.update(memberAt(doer.workspaceId, uid), {
    ...{ name, role, language },
    enabled: true,
    invitedAt: at,
    invitedBy: doer.name,
    updatedAt: at,
  });
  const changes = { role: { from: before.role, to: role } };
  audit(batch, doer, "users.inviteAgain", `members/${uid}`, changes);
  await batch.commit();
}

async function addMember(doer: Doer, uid: string, invitation: Invitation): Promise<void> {
  const { workspaceId } = doer;
  const inviter = await findMember(workspaceId, doer.id);
  const at = new Date(now());
  const batch = db().batch();
  batch.create(memberAt(workspaceId, uid), {
    ...invitation,
    enabled: true,
    see: "all",
    teams: [],
    timeZone: inviter?.timeZone ?? (await zoneOf(workspaceId)),
    invitedAt: at,
    invitedBy: doer.name,
    acceptedAt: null,
    createdAt: at,
    updatedAt: at,
  } satisfies Member);
  audit(batch, doer, "users.invite", `members/${uid}`, { role: { to: invitation.role } });
  if ((await commit(batch)) === "written") return;
  throw new AppError("conflict", "This person is being invited already.");
}
