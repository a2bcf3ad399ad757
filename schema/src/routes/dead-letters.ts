import type { Route } from "./route.ts";

export const deadLetterRoutes = {
  listDeadLetters: {
    method: "GET",
    path: "/channels/{channelId}/dead-letters",
    permission: "deadLetters.manage",
    scopes: ["admin:deadLetters"],
  },
  getDeadLetter: {
    method: "GET",
    path: "/dead-letters/{letterId}",
    permission: "deadLetters.manage",
    scopes: ["admin:deadLetters"],
  },
  deleteDeadLetter: {
    method: "DELETE",
    path: "/dead-letters/{letterId}",
    permission: "deadLetters.manage",
    scopes: ["admin:deadLetters"],
    once: "key",
  },
} as const satisfies Record<string, Route>;
