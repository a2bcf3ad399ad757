import type { Route } from "./route.ts";

export const fileRoutes = {
  uploadFile: {
    method: "POST",
    path: "/files",
    permission: "files.use",
    scope: "send",
    limit: "files",
    once: "key",
    upload: true,
  },
  linkFiles: {
    method: "GET",
    path: "/files/links",
    permission: "files.use",
    scope: "read",
    limit: "files",
  },
  linkHeldFile: {
    method: "POST",
    path: "/files/{fileId}/held-link",
    permission: "files.release",
    once: "none",
  },
} as const satisfies Record<string, Route>;
