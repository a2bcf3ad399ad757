import * as z from "zod";
import { Attending } from "./attendance.ts";
import { Slug } from "./id.ts";
import { languages } from "./languages.ts";
import { lines } from "./text.ts";
import { Time, TimeZone } from "./time.ts";
import { nobody, sights } from "./words.ts";

/** What a member may do; each role may do all that the one after it may. */
export const Role = z.enum(["admin", "supervisor", "agent"]);
export type Role = z.infer<typeof Role>;

/** How much a member or an API key sees; whoever leads sees all, whatever stands here. */
export const See = z.enum(sights);

/** A team's id, short, since those of a member's teams stand in the ID token. */
export const TeamId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,5}$/)
  .refine((id) => id !== nobody, "This id means no team");

/** The most teams that somebody is in. */
export const mostTeams = 12;

/** The teams that somebody is in, each once. */
export const Teams = z
  .array(TeamId)
  .max(mostTeams)
  .refine((all) => new Set(all).size === all.length, "Each team once");

/**
 * The custom claims of an ID token: the member's role in each workspace, and the mailbox that accepted the
 * invitations. Where one is named, the roles hold only while the account has it, verified.
 */
export const Claims = z.object({
  workspaces: z.record(z.string(), Role).default({}),
  /** How much they see in each workspace where that is not all, and where it is their teams', which those are. */
  see: z.record(z.string(), See).default({}),
  teams: z.record(z.string(), z.array(z.string())).default({}),
  mailbox: z.string().optional(),
  /** Until when the token counts, at the most, in seconds since the epoch; absent of ordinary ones. */
  until: z.number().optional(),
});
export type Claims = z.infer<typeof Claims>;

/** The most channels that somebody signs on. */
export const mostSignatures = 50;

/** HTML that stands below what a member writes by e-mail, by the channel's id. */
export const Signatures = z
  .record(Slug, lines(5000))
  .refine((all) => Object.keys(all).length <= mostSignatures, "These are too many signatures");
export type Signatures = z.infer<typeof Signatures>;

/** How long an invitation may be accepted, in milliseconds. */
export const invitationMs = 7 * 24 * 60 * 60 * 1000;

/** `workspaces/{w}/members/{uid}`: somebody who works here, or is invited to. */
export const Member = z.object({
  name: z.string().min(1).max(80),
  email: z.email(),
  role: Role,
  enabled: z.boolean(),
  see: See.default("all"),
  teams: Teams.default([]),
  /** When role, sight or teams were last put into their account's claims: an ID token of before is to be renewed. */
  claimsAt: Time.optional(),
  /** Whether they are here; missing while they are not. */
  state: Attending.optional(),
  language: z.enum(languages),
  timeZone: TimeZone,
  /** What stands below their e-mails, as HTML, by channel. */
  signatures: Signatures.optional(),
  /** When they were last invited; absent of who never was. */
  invitedAt: Time.optional(),
  /** The name of who invited them last. */
  invitedBy: z.string().optional(),
  /** When they accepted the invitation, null until then: so long they have no access. Absent of who never was invited. */
  acceptedAt: Time.nullable().optional(),
  createdAt: Time,
  updatedAt: Time,
});
export type Member = z.infer<typeof Member>;

export const InvitationState = z.enum(["invited", "accepted", "expired", "withdrawn"]);
export type InvitationState = z.infer<typeof InvitationState>;

/** How far an invitation has come; `accepted` of who never needed one. */
export function invitationOf(
  { enabled, invitedAt, acceptedAt }: Pick<Member, "enabled" | "invitedAt" | "acceptedAt">,
  now: number,
): InvitationState {
  if (acceptedAt !== null) return "accepted";
  if (!enabled) return "withdrawn";
  return (invitedAt?.getTime() ?? 0) + invitationMs < now ? "expired" : "invited";
}

/** Whether somebody may come in: neither disabled nor merely invited. */
export function hasAccess({
  enabled,
  acceptedAt,
}: Pick<Member, "enabled" | "acceptedAt">): boolean {
  return enabled && acceptedAt !== null;
}
