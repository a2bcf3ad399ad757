import type { conversationEndpoints } from "@hilo/schema";
import type { Handlers } from "../platform/handlers.ts";
import { claim } from "./claim.ts";
import { countConversations } from "./counts.ts";
import { assign, setPriority, setStatus, setTags, snooze } from "./desk.ts";
import { seeMention } from "./mentions.ts";
import { stateOf } from "./message-state.ts";
import { addNote } from "./notes.ts";
import { markRead, markUnread } from "./reading.ts";
import { conversationView, listConversations, listMessages } from "./views.ts";

/** The endpoints of conversations and their messages. */
export const handlers = {
  listConversations: ({ actor, query }) => listConversations(actor, query),
  countConversations: async ({ actor, body }) => ({
    counts: await countConversations(actor, body.of),
  }),
  getConversation: ({ actor, params }) =>
    conversationView(actor.workspaceId, params.conversationId),
  listMessages: ({ actor, params, query }) =>
    listMessages(actor.workspaceId, params.conversationId, query),
  getMessage: ({ actor, params }) =>
    stateOf(actor.workspaceId, params.conversationId, params.messageId),
  addNote: ({ actor, params, body }) => addNote(actor, params.conversationId, body),
  seeMention: async ({ actor, params: { conversationId }, body }) => {
    await seeMention(actor, conversationId, body.seen);
    return { conversationId };
  },
  markRead: async ({ actor, params: { conversationId }, body }) => {
    await markRead(actor, conversationId, body.seen);
    return { conversationId };
  },
  markUnread: async ({ actor, params: { conversationId } }) => {
    await markUnread(actor, conversationId);
    return { conversationId };
  },
  assignConversation: async ({ actor, params: { conversationId }, body }) => {
    await assign(actor, conversationId, body.assigneeId);
    return { conversationId };
  },
  claimConversation: async ({ actor, params: { conversationId }, body }) => {
    await claim(actor, conversationId, body);
    return { conversationId };
  },
  setStatus: async ({ actor, params: { conversationId }, body }) => {
    await setStatus(actor, conversationId, body.status);
    return { conversationId };
  },
  setPriority: async ({ actor, params: { conversationId }, body }) => {
    await setPriority(actor, conversationId, body.priority);
    return { conversationId };
  },
  setTags: async ({ actor, params: { conversationId }, body }) => {
    await setTags(actor, conversationId, body.tags);
    return { conversationId };
  },
  snoozeConversation: async ({ actor, params: { conversationId }, body }) => {
    await snooze(actor, conversationId, body.until);
    return { conversationId };
  },
} satisfies Handlers<typeof conversationEndpoints>;
