import type { Route } from "./route.ts";

export const accountRoutes = {
  inviteMember: {
    method: "POST",
    path: "/members",
    permission: "members.manage",
    limit: "accounts",
    once: "key",
  },
  listMembers: {
    method: "GET",
    path: "/members",
    permission: "members.read",
  },
  inviteAgain: {
    method: "POST",
    path: "/members/{uid}/invitation",
    permission: "members.manage",
    limit: "accounts",
    once: "key",
  },
  withdrawInvitation: {
    method: "DELETE",
    path: "/members/{uid}/invitation",
    permission: "members.manage",
    limit: "accounts",
  },
  getInvitation: {
    method: "GET",
    path: "/invitations/{workspaceId}",
    permission: null,
    limit: "accounts",
  },
  acceptInvitation: {
    method: "POST",
    path: "/invitations/{workspaceId}/accept",
    permission: null,
    limit: "accounts",
    once: "none",
  },
  setPassword: {
    method: "POST",
    path: "/accounts/password",
    permission: null,
    limit: "accounts",
    once: "none",
  },
  changeMember: {
    method: "PATCH",
    path: "/members/{uid}",
    permission: "members.manage",
    limit: "accounts",
  },
  changeSignatures: {
    method: "PATCH",
    path: "/members/me/signatures",
    permission: "members.own",
  },
  sayHere: {
    method: "POST",
    path: "/members/me/presence",
    permission: "members.own",
    once: "none",
  },
  getSignIn: {
    method: "GET",
    path: "/members/me/sign-in",
    permission: "members.own",
  },
  endSessions: {
    method: "POST",
    path: "/members/{uid}/sign-out",
    permission: "members.manage",
    limit: "accounts",
    once: "none",
  },
  addApiKey: {
    method: "POST",
    path: "/api-keys",
    permission: "apiKeys.manage",
    limit: "accounts",
    once: "key",
  },
  listApiKeys: {
    method: "GET",
    path: "/api-keys",
    permission: "apiKeys.manage",
  },
  removeApiKey: {
    method: "DELETE",
    path: "/api-keys/{apiKeyId}",
    permission: "apiKeys.manage",
    limit: "accounts",
  },
} as const satisfies Record<string, Route>;
