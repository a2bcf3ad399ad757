import type { Viewer } from "@hilo/schema";

/** Somebody who asks Firestore: the custom claims of the ID token and how long ago they signed in. */
export type Actor = { uid: string; claims: object; signedInHoursAgo: number };

const actor = (uid: string, claims: object, signedInHoursAgo = 1): Actor => ({
  uid,
  claims,
  signedInHoursAgo,
});

const day = 24;
/** A time so many hours from now, in seconds since the epoch. */
const soon = (hours: number) => Math.floor(Date.now() / 1000 + hours * 60 * 60);
const visitor = (uid: string, workspace: string, conversation: string, signedInHoursAgo?: number) =>
  actor(uid, { visitor: { workspace, conversation } }, signedInHoursAgo);

/** A member whose claims name the mailbox that accepted the invitation, and the one that the account has now. */
const withMailbox = (uid: string, role: string, email: string, verified = true) =>
  actor(uid, {
    workspaces: { demo: role },
    mailbox: "accepted@hilo.test",
    email,
    email_verified: verified,
  });

/** Everybody of the tables, by what they are; `null` has not signed in. */
export const actors = {
  admin: actor("ada", { workspaces: { demo: "admin" } }),
  supervisor: actor("sol", { workspaces: { demo: "supervisor" } }),
  agent: actor("ana", { workspaces: { demo: "agent" } }),
  "agent here, admin elsewhere": actor("eva", { workspaces: { demo: "agent", other: "admin" } }),
  "agent signed in 23.9 hours ago": actor("ivo", { workspaces: { demo: "agent" } }, 23.9),
  "agent with the mailbox that accepted": withMailbox("mia", "agent", "accepted@hilo.test"),
  "admin whose mailbox is another now": withMailbox("moe", "admin", "other@hilo.test"),
  "admin whose mailbox is not verified": withMailbox("mei", "admin", "accepted@hilo.test", false),
  "agent who sees their teams": actor("tom", {
    workspaces: { demo: "agent" },
    see: { demo: "team" },
    teams: { demo: ["t2", "t3"], other: ["t9"] },
  }),
  "agent who sees their teams, in none": actor("ulf", {
    workspaces: { demo: "agent" },
    see: { demo: "team" },
  }),
  "agent who sees their own": actor("oda", {
    workspaces: { demo: "agent" },
    see: { demo: "own" },
    teams: { demo: ["t2"] },
  }),
  "agent who sees all here, their own elsewhere": actor("ina", {
    workspaces: { demo: "agent" },
    see: { other: "own" },
  }),
  "agent whose token counts for an hour": actor("uma", {
    workspaces: { demo: "agent" },
    until: soon(1),
  }),
  "admin whose token counts no more": actor("una", {
    workspaces: { demo: "admin" },
    until: soon(-0.1),
  }),
  "admin signed in 24.1 hours ago, whose token counts for an hour": actor(
    "ufo",
    { workspaces: { demo: "admin" }, until: soon(1) },
    24.1,
  ),
  "admin whose token counts until a text": actor("ute", {
    workspaces: { demo: "admin" },
    until: "tomorrow",
  }),
  "admin signed in 24.1 hours ago": actor("old", { workspaces: { demo: "admin" } }, 24.1),
  "admin of another workspace": actor("zoe", { workspaces: { other: "admin" } }),
  "owner, which is no role": actor("own", { workspaces: { demo: "owner" } }),
  "member who was disabled": actor("dis", { workspaces: {} }),
  "account without claims": actor("new", {}),
  "claims in the wrong place": actor("bad", { demo: "admin", role: "admin", admin: true }),
  visitor: visitor("vis", "demo", "c1"),
  "visitor signed in 179.9 days ago": visitor("vio", "demo", "c1", 179.9 * day),
  "visitor signed in 180.1 days ago": visitor("vex", "demo", "c1", 180.1 * day),
  "visitor of another conversation": visitor("val", "demo", "c2"),
  "visitor of another workspace": visitor("vic", "other", "c1"),
  "visitor of all": visitor("ver", "", ""),
  "visitor whose claim is a text": actor("vey", { visitor: "demo/c1" }),
  "not signed in": null,
} as const satisfies Record<string, Actor | null>;
export type ActorName = keyof typeof actors;

export const actorNames = Object.keys(actors) as ActorName[];

export const nobody: ActorName[] = [];
/** The members who see every conversation. */
export const seers: ActorName[] = [
  "admin",
  "supervisor",
  "agent",
  "agent here, admin elsewhere",
  "agent signed in 23.9 hours ago",
  "agent with the mailbox that accepted",
  "agent who sees all here, their own elsewhere",
  "agent whose token counts for an hour",
];

/** The others, by what they see. */
export const restricted = {
  "agent who sees their teams": { id: "tom", see: "team", teams: ["t2", "t3"] },
  "agent who sees their teams, in none": { id: "ulf", see: "team", teams: [] },
  "agent who sees their own": { id: "oda", see: "own", teams: ["t2"] },
} as const satisfies Partial<Record<ActorName, Viewer>>;

export const everyMember: ActorName[] = [
  ...seers,
  ...(Object.keys(restricted) as (keyof typeof restricted)[]),
];

/** Who may read what was said in the conversation c1 of `demo`, and of `other`. */
export const everyVisitor: ActorName[] = ["visitor", "visitor signed in 179.9 days ago"];
export const visitorElsewhere: ActorName[] = ["visitor of another workspace"];

/** When an actor signed in, in seconds since the epoch, as ID tokens tell it. */
export function authTimeOf({ signedInHoursAgo }: Actor): number {
  return Math.floor(Date.now() / 1000 - signedInHoursAgo * 60 * 60);
}
