import type { Route } from "./route.ts";

/**
 * What is called by those who are no members and hold no key: the visitors of a web chat, whom its site key and a token
 * let in, and whoever wants no more mails, by the token in a mail's link.
 */
export const visitorRoutes = {
  openSession: { method: "POST", path: "/webchat/{workspaceId}/{channelId}/sessions" },
  uploadVisitorFile: { method: "POST", path: "/webchat/{workspaceId}/{channelId}/files" },
  leaveAddress: { method: "POST", path: "/webchat/{workspaceId}/{channelId}/address" },
  linkVisitorFiles: { method: "GET", path: "/webchat/{workspaceId}/{channelId}/files/links" },
  stopMails: { method: "POST", path: "/mail-stops/{token}" },
} as const satisfies Record<string, Pick<Route, "method" | "path">>;
