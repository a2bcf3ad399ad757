import type { Route } from "./route.ts";

export const leadRoutes = {
  listLeads: { method: "GET", path: "/leads", permission: "leads.work", scopes: ["read"] },
  getLead: { method: "GET", path: "/leads/{leadId}", permission: "leads.work", scopes: ["read"] },
  createLead: {
    method: "POST",
    path: "/leads",
    permission: "leads.work",
    scopes: ["write"],
    once: "ownId",
  },
  changeLead: {
    method: "PATCH",
    path: "/leads/{leadId}",
    permission: "leads.work",
    scopes: ["write"],
  },
  moveLead: {
    method: "POST",
    path: "/leads/{leadId}/move",
    permission: "leads.work",
    scopes: ["write"],
    once: "none",
  },
  addLeadNote: {
    method: "POST",
    path: "/leads/{leadId}/notes",
    permission: "leads.work",
    scopes: ["write"],
    once: "ownId",
  },
  listLeadNotes: {
    method: "GET",
    path: "/leads/{leadId}/notes",
    permission: "leads.work",
    scopes: ["read"],
  },
  listLeadHistory: {
    method: "GET",
    path: "/leads/{leadId}/history",
    permission: "leads.work",
    scopes: ["read"],
  },
  getLeadSettings: {
    method: "GET",
    path: "/settings/leads",
    permission: "leads.work",
    scopes: ["read"],
  },
  changeLeadSettings: {
    method: "PATCH",
    path: "/settings/leads",
    permission: "leads.manage",
  },
} as const satisfies Record<string, Route>;
