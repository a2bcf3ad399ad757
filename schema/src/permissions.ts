import type { Role } from "./member.ts";

const everybody = ["admin", "supervisor", "agent"] as const;
const leaders = ["admin", "supervisor"] as const;
const admins = ["admin"] as const;

/**
 * What somebody may do, and the roles that may: the one table of both. Endpoints, pages and rules name a permission,
 * never a role; `firestore.rules` has the rows it asks for again, since it can import nothing, which a test holds.
 */
export const permissions = {
  /** To read conversations, to answer and to handle them. */
  "conversations.work": everybody,
  /** To see every conversation, whatever they are let see. */
  "conversations.all": leaders,
  /** To send files and to open those that were sent. */
  "files.use": everybody,
  /** To open what is held back, since it may be dangerous. */
  "files.release": admins,
  "templates.use": everybody,
  "templates.manage": leaders,
  /** To see the leads of what one sees, and to work on them. */
  "leads.work": everybody,
  /** To say why leads are lost, and to change funnels. */
  "leads.manage": admins,
  "channels.read": everybody,
  "channels.manage": admins,
  "deadLetters.manage": admins,
  "members.read": everybody,
  "members.manage": admins,
  /** To say of oneself where one is, and how one signs. */
  "members.own": everybody,
  "apiKeys.manage": admins,
  "audit.read": leaders,
  /** To see what one has begun that takes long, and to undo it. */
  "operations.own": everybody,
  /** To see and undo what anybody has begun. */
  "operations.all": admins,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** What an API key may do at most, whatever endpoints its scopes open to it: as much as this role, but to administer. */
export const apiKeyRole: Role = "agent";

/** What the first member of a workspace is, who lets all others in. */
export const firstRole: Role = "admin";

/** Whether a role has a permission. */
export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}
