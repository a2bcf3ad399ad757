import type { Route } from "./route.ts";

export const inboundRoutes = {
  fetchFilesAgain: {
    method: "POST",
    path: "/conversations/{conversationId}/messages/{messageId}/fetch",
    permission: "conversations.work",
    limit: "send",
    once: "none",
  },
  replayDeadLetter: {
    method: "POST",
    path: "/dead-letters/{letterId}/replay",
    permission: "deadLetters.manage",
    scopes: ["admin:deadLetters"],
    once: "key",
  },
  replayDeadLetters: {
    method: "POST",
    path: "/channels/{channelId}/dead-letters/replay",
    permission: "deadLetters.manage",
    scopes: ["admin:deadLetters"],
    once: "none",
  },
} as const satisfies Record<string, Route>;
