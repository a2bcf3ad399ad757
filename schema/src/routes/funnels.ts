import type { Route } from "./route.ts";

export const funnelRoutes = {
  listFunnels: { method: "GET", path: "/funnels", permission: "leads.work", scopes: ["read"] },
  createFunnel: {
    method: "POST",
    path: "/funnels",
    permission: "leads.manage",
    once: "ownId",
  },
  changeFunnel: { method: "PATCH", path: "/funnels/{funnelId}", permission: "leads.manage" },
  classify: {
    method: "POST",
    path: "/funnels/classify",
    permission: "leads.work",
    scopes: ["read"],
    once: "none",
  },
  getFunnelStatistics: {
    method: "GET",
    path: "/funnels/{funnelId}/statistics",
    permission: "leads.work",
    scopes: ["read"],
  },
} as const satisfies Record<string, Route>;
