import * as z from "zod";
import type { Endpoint } from "./endpoint.ts";
import { Role, Signatures } from "./member.ts";
import { hasInk } from "./visible.ts";

const name = z.string().trim().min(1).max(80).refine(hasInk, "Nothing of this name can be seen");

export const accountEndpoints = {
  inviteMember: {
    method: "POST",
    path: "/members",
    summary:
      "Invite somebody: creates the account and its role, and gives a link to set a password",
    role: "admin",
    body: z.strictObject({
      email: z.email(),
      name,
      role: Role,
      language: z.enum(["es", "en"]).default("es"),
    }),
    response: z.object({ uid: z.string(), passwordLink: z.url() }),
    status: 201,
  },
  changeMember: {
    method: "PATCH",
    path: "/members/{uid}",
    summary:
      "Change a member's role or name, disable or enable; a change of role or disabling ends the sessions",
    role: "admin",
    body: z.strictObject({
      role: Role.optional(),
      enabled: z.boolean().optional(),
      name: name.optional(),
    }),
    response: z.object({ uid: z.string() }),
  },
  changeSignatures: {
    method: "PATCH",
    path: "/members/me/signatures",
    summary: "Change what stands below your own e-mails, by channel; an empty one is removed",
    role: "agent",
    body: z.strictObject({ signatures: Signatures }),
    response: z.object({ signatures: Signatures }),
  },
  endSessions: {
    method: "POST",
    path: "/members/{uid}/sign-out",
    summary: "End all sessions of a member",
    role: "admin",
    response: z.object({ uid: z.string() }),
  },
  addApiKey: {
    method: "POST",
    path: "/api-keys",
    summary: "Create an API key; it is shown this once",
    role: "admin",
    body: z.strictObject({ name: z.string().trim().min(1).max(80) }),
    response: z.object({ id: z.string(), key: z.string() }),
    status: 201,
  },
  removeApiKey: {
    method: "DELETE",
    path: "/api-keys/{apiKeyId}",
    summary: "Disable an API key",
    role: "admin",
    response: z.object({ id: z.string() }),
  },
} as const satisfies Record<string, Endpoint>;
