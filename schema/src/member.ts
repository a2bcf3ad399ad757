import * as z from "zod";
import { Slug } from "./id.ts";
import { Time, TimeZone } from "./time.ts";

/** What a member may do; each role may do all that the one after it may. */
export const Role = z.enum(["admin", "supervisor", "agent"]);
export type Role = z.infer<typeof Role>;

/** The custom claims of an ID token: the member's role in each workspace. */
export const Claims = z.object({ workspaces: z.record(z.string(), Role).default({}) });
export type Claims = z.infer<typeof Claims>;

/** How long after signing in a session lasts, in milliseconds. */
export const sessionMs = 24 * 60 * 60 * 1000;

/** The most channels that somebody signs on. */
export const mostSignatures = 50;

/** HTML that stands below what a member writes by e-mail, by the channel's id. */
export const Signatures = z
  .record(Slug, z.string().max(5000))
  .refine((all) => Object.keys(all).length <= mostSignatures, "These are too many signatures");
export type Signatures = z.infer<typeof Signatures>;

/** `workspaces/{w}/members/{uid}`: somebody who works here. */
export const Member = z.object({
  name: z.string().min(1).max(80),
  email: z.email(),
  role: Role,
  enabled: z.boolean(),
  language: z.enum(["es", "en"]),
  timeZone: TimeZone,
  /** What stands below their e-mails, as HTML, by channel. */
  signatures: Signatures.optional(),
  createdAt: Time,
  updatedAt: Time,
});
export type Member = z.infer<typeof Member>;

/** Whether `role` may do what `needed` may. */
export function covers(role: Role, needed: Role): boolean {
  return Role.options.indexOf(role) <= Role.options.indexOf(needed);
}
