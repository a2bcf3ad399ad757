import type { Route } from "./route.ts";

export const fileRoutes = {
  uploadFile: {
    method: "POST",
    path: "/files",
    permission: "files.use",
    scopes: ["send"],
    limit: "files",
    once: "key",
    upload: true,
  },
  linkFiles: {
    method: "GET",
    path: "/files/links",
    permission: "files.use",
    scopes: ["read"],
    limit: "files",
  },
  linkHeldFile: {
    method: "POST",
    path: "/files/{fileId}/held-link",
    permission: "files.release",
    once: "none",
  },
} as const satisfies Record<string, Route>;
