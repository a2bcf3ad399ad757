import type { Route } from "./route.ts";

export const deadLetterRoutes = {
  listDeadLetters: {
    method: "GET",
    path: "/channels/{channelId}/dead-letters",
    permission: "deadLetters.manage",
  },
  getDeadLetter: {
    method: "GET",
    path: "/dead-letters/{letterId}",
    permission: "deadLetters.manage",
  },
  deleteDeadLetter: {
    method: "DELETE",
    path: "/dead-letters/{letterId}",
    permission: "deadLetters.manage",
    once: "key",
  },
} as const satisfies Record<string, Route>;
