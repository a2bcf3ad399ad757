import type { Route } from "./route.ts";

export const contactRoutes = {
  createContact: {
    method: "POST",
    path: "/contacts",
    permission: "conversations.work",
    scopes: ["write"],
    once: "ownId",
  },
  getContact: {
    method: "GET",
    path: "/contacts/{contactId}",
    permission: "conversations.work",
    scopes: ["read"],
  },
} as const satisfies Record<string, Route>;
