import type { Route } from "./route.ts";

export const outboundRoutes = {
  sendMessage: {
    method: "POST",
    path: "/conversations/{conversationId}/messages",
    permission: "conversations.work",
    scopes: ["send"],
    limit: "send",
    once: "ownId",
  },
  retryMessage: {
    method: "POST",
    path: "/conversations/{conversationId}/messages/{messageId}/retry",
    permission: "conversations.work",
    limit: "send",
    once: "ownId",
  },
  startConversation: {
    method: "POST",
    path: "/channels/{channelId}/messages",
    permission: "conversations.work",
    scopes: ["send"],
    limit: "send",
    once: "ownId",
  },
} as const satisfies Record<string, Route>;
