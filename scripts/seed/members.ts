import { Member } from "@hilo/schema";
import { getAuth } from "firebase-admin/auth";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { createMissing } from "./create.ts";
import { timeZone, workspaceId } from "./workspace.ts";

/** The password of every member of the demonstration; only ever used against an emulator. */
export const password = "hilo-demo-1";

/** The one team of the demonstration, of which its agent sees the conversations. */
export const demoTeam = "t2";

/** The members, by uid. */
export const members = {
  "demo-admin": { name: "Admin Rojas", email: "admin@hilo.test", role: "admin" },
  "demo-supervisor": {
    name: "Supervisora Vega",
    email: "supervisor@hilo.test",
    role: "supervisor",
  },
  "demo-agent": { name: "Agente Uno", email: "agent@hilo.test", role: "agent" },
  "demo-agent2": { name: "Agente Dos", email: "agent2@hilo.test", role: "agent" },
  "demo-agent3": {
    name: "Agente Tres",
    email: "agent3@hilo.test",
    role: "agent",
    see: "team",
    teams: [demoTeam],
  },
} as const satisfies Record<string, Pick<Member, "name" | "email" | "role"> & Partial<Member>>;
export type MemberId = keyof typeof members;

/** Creates the members with their accounts and claims. */
export async function seedMembers(): Promise<void> {
  for (const [uid, member] of Object.entries(members)) await seedMember(uid, member);
}

async function seedMember(uid: string, member: (typeof members)[MemberId]): Promise<void> {
  const reference = workspace(workspaceId).collection("members").doc(uid);
  if ((await reference.get()).exists) return;
  await createAccount(uid, member);
  const { see = "all", teams = [] }: Partial<Member> = member;
  // The document comes last: while it is missing, the account may be unfinished and is done again.
  const at = new Date();
  const language = "es";
  await createMissing(reference, Member, {
    ...member,
    see,
    teams: [...teams],
    enabled: true,
    language,
    timeZone,
    createdAt: at,
    updatedAt: at,
  });
}

async function createAccount(
  uid: string,
  { name, email, role, see, teams }: Pick<Member, "name" | "email" | "role"> & Partial<Member>,
): Promise<void> {
  const auth = getAuth();
  const known = await auth.getUsers([{ uid }]);
  if (known.users.length === 0) {
    await auth.createUser({ uid, email, password, displayName: name, emailVerified: true });
  }
  await auth.setCustomUserClaims(uid, {
    workspaces: { [workspaceId]: role },
    ...(see ? { see: { [workspaceId]: see } } : {}),
    ...(teams ? { teams: { [workspaceId]: teams } } : {}),
  });
}
