import type { Route } from "./route.ts";

export const operationRoutes = {
  getOperation: {
    method: "GET",
    path: "/operations/{operationId}",
    permission: "operations.own",
    scopes: ["read", "write"],
  },
  undoOperation: {
    method: "POST",
    path: "/operations/{operationId}/undo",
    permission: "operations.own",
    scopes: ["write"],
    once: "none",
  },
} as const satisfies Record<string, Route>;
