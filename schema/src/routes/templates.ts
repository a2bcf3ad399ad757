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
    once: "ownId",
  },
  changeTemplate: {
    method: "PATCH",
    path: "/templates/{templateId}",
    permission: "templates.manage",
  },
  removeTemplate: {
    method: "DELETE",
    path: "/templates/{templateId}",
    permission: "templates.manage",
  },
  restoreTemplate: {
    method: "POST",
    path: "/templates/{templateId}/restore",
    permission: "templates.manage",
    once: "none",
  },
  copyTemplate: {
    method: "POST",
    path: "/templates/{templateId}/copy",
    permission: "templates.manage",
    once: "ownId",
  },
  submitTemplate: {
    method: "POST",
    path: "/templates/{templateId}/submit",
    permission: "templates.manage",
    once: "none",
  },
  syncTemplates: {
    method: "POST",
    path: "/channels/{channelId}/templates/sync",
    permission: "templates.manage",
    once: "none",
  },
  countTemplateUse: {
    method: "POST",
    path: "/templates/{templateId}/uses",
    permission: "templates.use",
    once: "none",
  },
} as const satisfies Record<string, Route>;
