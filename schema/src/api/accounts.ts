import * as z from "zod";
import { ApiKey, Scopes } from "../api-key.ts";
import { Attending, Availability } from "../attendance.ts";
import { languages } from "../languages.ts";
import { InvitationState, Member, Role, See, Signatures, Teams } from "../member.ts";
import { accountRoutes } from "../routes/accounts.ts";
import { SignInChange } from "../sign-in.ts";
import { name, plain } from "../text.ts";
import { Millis, StorableMillis } from "../time.ts";
import type { EndpointsOf } from "./endpoint.ts";
import { seenOf } from "./seen.ts";

const Invited = z.object({ uid: z.string(), invited: z.literal(true) });

export const accountEndpoints = {
  inviteMember: {
    ...accountRoutes.inviteMember,
    summary:
      "Invite somebody by mail; they have no access until they accept with that mailbox. Again within 7 days, or later",
    body: z.strictObject({
      email: z.email(),
      name: name(80),
      role: Role,
      language: z.enum(languages).default("es"),
    }),
    response: Invited,
    status: 201,
  },
  listMembers: {
    ...accountRoutes.listMembers,
    summary: "Who works here or is invited, and how far each invitation has come",
    response: z.object({
      items: z.array(
        Member.pick({ name: true, email: true, role: true, enabled: true }).extend({
          see: See,
          teams: Teams,
          id: z.string(),
          invitation: InvitationState,
          /** When they were last invited; null of who never was. */
          invitedAt: Millis.nullable(),
        }),
      ),
      cursor: z.null(),
    }),
  },
  inviteAgain: {
    ...accountRoutes.inviteAgain,
    summary: "Send an invitation again, which is good for another 7 days",
    response: Invited,
  },
  withdrawInvitation: {
    ...accountRoutes.withdrawInvitation,
    summary: "Withdraw an invitation that was not accepted yet",
    response: z.object({ uid: z.string() }),
  },
  getInvitation: {
    ...accountRoutes.getInvitation,
    summary: "Who invites the caller to a workspace, as what, and until when",
    response: z.object({
      workspaceId: z.string(),
      workspaceName: z.string(),
      invitedBy: z.string(),
      name: z.string(),
      role: Role,
      state: InvitationState,
      expiresAt: Millis,
    }),
  },
  acceptInvitation: {
    ...accountRoutes.acceptInvitation,
    summary: "Accept an invitation, by who has signed in with the mailbox it was sent to",
    response: z.object({ workspaceId: z.string(), role: Role }),
  },
  setPassword: {
    ...accountRoutes.setPassword,
    summary:
      "Set the caller's own password, within 5 minutes after signing in; it ends all other sessions",
    body: z.strictObject({ password: plain(128).min(8) }),
    response: z.object({ uid: z.string() }),
  },
  changeMember: {
    ...accountRoutes.changeMember,
    summary:
      "Change a member's role, name, what they see or their teams, disable or enable; a change of role or disabling ends the sessions",
    body: z.strictObject({
      role: Role.optional(),
      enabled: z.boolean().optional(),
      name: name(80).optional(),
      /** Supervisors and administrators see all whatever stands here. */
      see: See.optional(),
      teams: Teams.optional(),
      seen: seenOf("role", "enabled", "name", "see", "teams"),
    }),
    response: z.object({ uid: z.string() }),
  },
  changeSignatures: {
    ...accountRoutes.changeSignatures,
    summary: "Change what stands below your own e-mails, by channel; an empty one is removed",
    body: z.strictObject({ signatures: Signatures, seen: seenOf("signatures") }),
    response: z.object({ signatures: Signatures }),
  },
  sayHere: {
    ...accountRoutes.sayHere,
    summary:
      "Say that the calling member is here, for five minutes; with a state, what they choose to be from now on",
    body: z.strictObject({
      state: Attending.optional(),
      /** Each tab is believed by itself, so that one that closes does not speak for the others. */
      tabId: z.uuid().optional(),
      /** This tab closes. */
      leaving: z.boolean().default(false),
    }),
    response: z.object({ state: Availability }),
  },
  getSignIn: {
    ...accountRoutes.getSignIn,
    summary: "The last change of one's own password or mailbox within 30 days: was it oneself?",
    response: z.object({ changed: SignInChange.nullable() }),
  },
  endSessions: {
    ...accountRoutes.endSessions,
    summary: "End all sessions of a member",
    response: z.object({ uid: z.string() }),
  },
  addApiKey: {
    ...accountRoutes.addApiKey,
    summary: "Create an API key; it is shown this once",
    body: z.strictObject({
      name: name(80),
      /** To send alone, when not said. */
      scopes: Scopes.default(["send"]),
      expiresAt: StorableMillis.optional(),
      /** Like a member: all, when not said. */
      see: See.default("all"),
      teams: Teams.default([]),
    }),
    response: z.object({ id: z.string(), key: z.string() }),
    status: 201,
  },
  listApiKeys: {
    ...accountRoutes.listApiKeys,
    summary: "The API keys, newest first; of the keys themselves nothing is known",
    response: z.object({
      items: z.array(
        ApiKey.pick({ name: true, enabled: true, scopes: true, createdBy: true }).extend({
          id: z.string(),
          see: See,
          teams: Teams,
          createdAt: Millis,
          expiresAt: Millis.nullable(),
        }),
      ),
      cursor: z.null(),
    }),
  },
  removeApiKey: {
    ...accountRoutes.removeApiKey,
    summary: "Disable an API key",
    response: z.object({ id: z.string() }),
  },
} as const satisfies EndpointsOf<typeof accountRoutes>;
