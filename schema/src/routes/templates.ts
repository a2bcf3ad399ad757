import type { Route } from "./route.ts";

export const templateRoutes = {
  listTemplates: {
    method: "GET",
    path: "/templates",
    permission: "templates.use",
    scopes: ["read", "send"],
  },
  createTemplate: {
    method: "POST",
    path: "/templates",
    permission: "templates.manage",
    scopes: ["admin:templates"],
    once: "ownId",
  },
  changeTemplate: {
    method: "PATCH",
    path: "/templates/{templateId}",
    permission: "templates.manage",
    scopes: ["admin:templates"],
  },
  removeTemplate: {
    method: "DELETE",
    path: "/templates/{templateId}",
    permission: "templates.manage",
    scopes: ["admin:templates"],
  },
  restoreTemplate: {
    method: "POST",
    path: "/templates/{templateId}/restore",
    permission: "templates.manage",
    scopes: ["admin:templates"],
    once: "none",
  },
  copyTemplate: {
    method: "POST",
    path: "/templates/{templateId}/copy",
    permission: "templates.manage",
    scopes: ["admin:templates"],
    once: "ownId",
  },
  submitTemplate: {
    method: "POST",
    path: "/templates/{templateId}/submit",
    permission: "templates.manage",
    scopes: ["admin:templates"],
    once: "none",
  },
  syncTemplates: {
    method: "POST",
    path: "/channels/{channelId}/templates/sync",
    permission: "templates.manage",
    scopes: ["admin:templates"],
    once: "none",
  },
  countTemplateUse: {
    method: "POST",
    path: "/templates/{templateId}/uses",
    permission: "templates.use",
    once: "none",
  },
} as const satisfies Record<string, Route>;
