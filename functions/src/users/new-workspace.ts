import { firstRole, type Language, Settings, Slug } from "@hilo/schema";
import * as z from "zod";
import { audit, type Doer } from "../audit/audit.ts";
import { AppError } from "../platform/errors.ts";
import { commit, db } from "../platform/firestore.ts";
import { createSettings } from "../settings/new-settings.ts";
import { forgetSettings, isThere, languageOf, workspaceName } from "../settings/settings.ts";
import { inviteMember } from "./invite.ts";
import { allMembers } from "./store.ts";

export const NewWorkspace = z.object({
  ...Settings.pick({ name: true, timeZone: true, language: true }).shape,
  workspaceId: Slug,
  /** Of who administers it first. */
  mailbox: z.email(),
});
export type NewWorkspace = z.infer<typeof NewWorkspace>;

/**
 * Makes a workspace and invites its first administrator, who gets in by accepting. Throws `conflict` where somebody
 * works in one of that id. One that was left without anybody is finished.
 */
export async function createWorkspace(made: NewWorkspace): Promise<{ uid: string }> {
  const { workspaceId, mailbox, ...how } = made;
  const doer = setUp(workspaceId, how.name);
  const batch = db().batch();
  createSettings(batch, workspaceId, how);
  audit(batch, doer, "workspaces.create", "settings/workspace", { name: { to: how.name } });
  const isNew = (await commit(batch)) === "written";
  forgetSettings();
  if (!isNew && (await allMembers(workspaceId)).length > 0)
    throw new AppError("conflict", `There is a workspace ${workspaceId} already.`);
  return inviteMember(doer, invitationOf(mailbox, how.language));
}

/** Invites an administrator of a workspace that is there, such as the first one, whose mail did not come. */
export async function inviteAdministrator(
  workspaceId: string,
  mailbox: string,
): Promise<{ uid: string }> {
  if (!(await isThere(workspaceId)))
    throw new AppError("notFound", `There is no workspace ${workspaceId}.`);
  const doer = setUp(workspaceId, await workspaceName(workspaceId));
  return inviteMember(doer, invitationOf(mailbox, await languageOf(workspaceId)));
}

/** Whoever may write to the project; the invitation says that the workspace itself invites. */
function setUp(workspaceId: string, name: string): Doer {
  return { type: "system", id: "set-up", name, workspaceId, requestId: "", ip: "" };
}

/** Until they say what they are called, the part of the mailbox before the @ names them. */
function invitationOf(email: string, language: Language) {
  return { email, name: email.slice(0, email.indexOf("@")), role: firstRole, language };
}
