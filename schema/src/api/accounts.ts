import * as z from "zod";
import { Attending, Availability } from "../attendance.ts";
import { languages } from "../languages.ts";
import { InvitationState, Member, Role, Signatures } from "../member.ts";
import { SignInChange } from "../sign-in.ts";
import { name, plain } from "../text.ts";
import { Millis } from "../time.ts";
import type { Endpoint } from "./endpoint.ts";

const Invited = z.object({ uid: z.string(), invited: z.literal(true) });

export const accountEndpoints = {
  inviteMember: {
    method: "POST",
    path: "/members",
    summary:
      "Invite somebody by mail; they have no access until they accept with that mailbox. Again within 7 days, or later",
    permission: "members.manage",
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
    method: "GET",
    path: "/members",
    summary: "Who works here or is invited, and how far each invitation has come",
    permission: "members.read",
    response: z.object({
      items: z.array(
        Member.pick({ name: true, email: true, role: true, enabled: true }).extend({
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
    method: "POST",
    path: "/members/{uid}/invitation",
    summary: "Send an invitation again, which is good for another 7 days",
    permission: "members.manage",
    response: Invited,
  },
  withdrawInvitation: {
    method: "DELETE",
    path: "/members/{uid}/invitation",
    summary: "Withdraw an invitation that was not accepted yet",
    permission: "members.manage",
    response: z.object({ uid: z.string() }),
  },
  getInvitation: {
    method: "GET",
    path: "/invitations/{workspaceId}",
    summary: "Who invites the caller to a workspace, as what, and until when",
    permission: null,
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
    method: "POST",
    path: "/invitations/{workspaceId}/accept",
    summary: "Accept an invitation, by who has signed in with the mailbox it was sent to",
    permission: null,
    response: z.object({ workspaceId: z.string(), role: Role }),
  },
  setPassword: {
    method: "POST",
    path: "/accounts/password",
    summary:
      "Set the caller's own password, within 5 minutes after signing in; it ends all other sessions",
    permission: null,
    body: z.strictObject({ password: plain(128).min(8) }),
    response: z.object({ uid: z.string() }),
  },
  changeMember: {
    method: "PATCH",
    path: "/members/{uid}",
    summary:
      "Change a member's role or name, disable or enable; a change of role or disabling ends the sessions",
    permission: "members.manage",
    body: z.strictObject({
      role: Role.optional(),
      enabled: z.boolean().optional(),
      name: name(80).optional(),
    }),
    response: z.object({ uid: z.string() }),
  },
  changeSignatures: {
    method: "PATCH",
    path: "/members/me/signatures",
    summary: "Change what stands below your own e-mails, by channel; an empty one is removed",
    permission: "members.own",
    body: z.strictObject({ signatures: Signatures }),
    response: z.object({ signatures: Signatures }),
  },
  sayHere: {
    method: "POST",
    path: "/members/me/presence",
    summary:
      "Say that the calling member is here, for five minutes; with a state, what they choose to be from now on",
    permission: "members.own",
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
    method: "GET",
    path: "/members/me/sign-in",
    summary: "The last change of one's own password or mailbox within 30 days: was it oneself?",
    permission: "members.own",
    response: z.object({ changed: SignInChange.nullable() }),
  },
  endSessions: {
    method: "POST",
    path: "/members/{uid}/sign-out",
    summary: "End all sessions of a member",
    permission: "members.manage",
    response: z.object({ uid: z.string() }),
  },
  addApiKey: {
    method: "POST",
    path: "/api-keys",
    summary: "Create an API key; it is shown this once",
    permission: "apiKeys.manage",
    body: z.strictObject({ name: name(80) }),
    response: z.object({ id: z.string(), key: z.string() }),
    status: 201,
  },
  removeApiKey: {
    method: "DELETE",
    path: "/api-keys/{apiKeyId}",
    summary: "Disable an API key",
    permission: "apiKeys.manage",
    response: z.object({ id: z.string() }),
  },
} as const satisfies Record<string, Endpoint>;
