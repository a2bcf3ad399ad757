import { type Language, Settings, Slug } from "@hilo/schema";
import * as z from "zod";
import { audit, type Doer } from "../audit/audit.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { commit, db, read } from "../platform/firestore.ts";
import { settingsAt } from "../settings/store.ts";
import { inviteMember } from "./invite.ts";
import { allMembers } from "./store.ts";

export const NewWorkspace = z.object({
  ...Settings.pick({ name: true, timeZone: true, language: true }).shape,
  workspaceId: Slug,
  /** The mailbox of who administers it first. */
  admin: z.email(),
});
export type NewWorkspace = z.infer<typeof NewWorkspace>;

/** How long a customer may wait before the list says so, until somebody says otherwise. */
const responseTargetMs = 15 * 60_000;

/**
 * Makes a workspace and invites its first administrator, who gets in by accepting. Throws `conflict` where somebody
 * works in one of that id. One that was left without anybody is finished.
 */
export async function createWorkspace(made: NewWorkspace): Promise<{ uid: string }> {
  const { workspaceId, admin, ...how } = made;
  const doer = setUp(workspaceId, how.name);
  const settings = { ...how, responseTargetMs, updatedAt: new Date(now()) };
  const batch = db().batch();
  batch.create(settingsAt(workspaceId), settings satisfies z.input<typeof Settings>);
  audit(batch, doer, "workspaces.create", "settings/workspace", { name: { to: how.name } });
  const isNew = (await commit(batch)) === "written";
  if (!isNew && (await allMembers(workspaceId)).length > 0)
    throw new AppError("conflict", `There is a workspace ${workspaceId} already.`);
  return inviteMember(doer, administrator(admin, how.language));
}

/** Invites an administrator of a workspace that is there, such as the first one, whose mail did not come. */
export async function inviteAdministrator(
  workspaceId: string,
  admin: string,
): Promise<{ uid: string }> {
  const settings = read(Settings, await settingsAt(workspaceId).get());
  if (!settings) throw new AppError("notFound", `There is no workspace ${workspaceId}.`);
  return inviteMember(setUp(workspaceId, settings.name), administrator(admin, settings.language));
}

/** Whoever may write to the project; the invitation says that the workspace itself invites. */
function setUp(workspaceId: string, name: string): Doer {
  return { type: "system", id: "set-up", name, workspaceId, requestId: "", ip: "" };
}

/** Until they say what they are called, the part of the mailbox before the @ names them. */
function administrator(email: string, language: Language) {
  const name = email.slice(0, email.indexOf("@"));
  return { email, name, role: "admin", language } as const;
}
