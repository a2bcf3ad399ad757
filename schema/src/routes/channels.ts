import type { Route } from "./route.ts";

export const channelRoutes = {
  listChannels: {
    method: "GET",
    path: "/channels",
    permission: "channels.read",
    scopes: ["read", "send"],
  },
  listChannelKinds: {
    method: "GET",
    path: "/channel-kinds",
    permission: "channels.manage",
    scopes: ["admin:channels"],
  },
  getChannel: {
    method: "GET",
    path: "/channels/{channelId}",
    permission: "channels.manage",
    scopes: ["admin:channels"],
  },
  addChannel: {
    method: "POST",
    path: "/channels",
    permission: "channels.manage",
    scopes: ["admin:channels"],
    limit: "accounts",
    once: "key",
  },
  changeChannel: {
    method: "PATCH",
    path: "/channels/{channelId}",
    permission: "channels.manage",
    scopes: ["admin:channels"],
    limit: "accounts",
  },
  testChannel: {
    method: "POST",
    path: "/channels/{channelId}/test",
    permission: "channels.manage",
    scopes: ["admin:channels"],
    limit: "accounts",
    once: "none",
  },
  tryChannel: {
    method: "POST",
    path: "/channel-tests",
    permission: "channels.manage",
    scopes: ["admin:channels"],
    limit: "accounts",
    once: "none",
  },
} as const satisfies Record<string, Route>;
