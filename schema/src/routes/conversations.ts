import type { Route } from "./route.ts";

export const conversationRoutes = {
  listConversations: {
    method: "GET",
    path: "/conversations",
    permission: "conversations.work",
    scopes: ["read"],
  },
  getConversation: {
    method: "GET",
    path: "/conversations/{conversationId}",
    permission: "conversations.work",
    scopes: ["read"],
  },
  listMessages: {
    method: "GET",
    path: "/conversations/{conversationId}/messages",
    permission: "conversations.work",
    scopes: ["read"],
  },
  getMessage: {
    method: "GET",
    path: "/messages/{conversationId}/{messageId}",
    permission: "conversations.work",
    scopes: ["read", "send"],
  },
  addNote: {
    method: "POST",
    path: "/conversations/{conversationId}/notes",
    permission: "conversations.work",
    once: "ownId",
  },
  seeMention: {
    method: "POST",
    path: "/conversations/{conversationId}/mentions/seen",
    permission: "conversations.work",
    once: "none",
  },
  markRead: {
    method: "POST",
    path: "/conversations/{conversationId}/read",
    permission: "conversations.work",
    once: "none",
  },
  markUnread: {
    method: "POST",
    path: "/conversations/{conversationId}/unread",
    permission: "conversations.work",
    once: "none",
  },
  assignConversation: {
    method: "POST",
    path: "/conversations/{conversationId}/assign",
    permission: "conversations.work",
    scopes: ["write"],
    once: "none",
  },
  claimConversation: {
    method: "POST",
    path: "/conversations/{conversationId}/claim",
    permission: "conversations.work",
    once: "none",
  },
  setStatus: {
    method: "POST",
    path: "/conversations/{conversationId}/status",
    permission: "conversations.work",
    scopes: ["write"],
    once: "none",
  },
  setPriority: {
    method: "POST",
    path: "/conversations/{conversationId}/priority",
    permission: "conversations.work",
    scopes: ["write"],
    once: "none",
  },
  setTags: {
    method: "POST",
    path: "/conversations/{conversationId}/tags",
    permission: "conversations.work",
    scopes: ["write"],
    once: "none",
  },
  snoozeConversation: {
    method: "POST",
    path: "/conversations/{conversationId}/snooze",
    permission: "conversations.work",
    scopes: ["write"],
    once: "none",
  },
} as const satisfies Record<string, Route>;
