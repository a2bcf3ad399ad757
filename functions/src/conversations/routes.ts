import { endpoints } from "@hilo/schema";
import type { Router } from "express";
import { bind } from "../platform/http.ts";
import { claim } from "./claim.ts";
import { assign, setPriority, setStatus, setTags, snooze } from "./desk.ts";
import { seeMention } from "./mentions.ts";
import { stateOf } from "./message-state.ts";
import { addNote } from "./notes.ts";
import { markRead, markUnread } from "./reading.ts";

/** The endpoints of conversations and their messages. */
export function routes(router: Router): void {
  messageRoutes(router);
  deskRoutes(router);
}

function messageRoutes(router: Router): void {
  bind(router, endpoints.getMessage, ({ actor, params }) =>
    stateOf(actor.workspaceId, params.conversationId, params.messageId),
  );
  bind(router, endpoints.addNote, ({ actor, params, body }) =>
    addNote(actor, params.conversationId, body),
  );
  bind(router, endpoints.seeMention, async ({ actor, params: { conversationId }, body }) => {
    await seeMention(actor, conversationId, body.seen);
    return { conversationId };
  });
}

function deskRoutes(router: Router): void {
  bind(router, endpoints.markRead, async ({ actor, params: { conversationId }, body }) => {
    await markRead(actor, conversationId, body.seen);
    return { conversationId };
  });
  bind(router, endpoints.markUnread, async ({ actor, params: { conversationId } }) => {
    await markUnread(actor, conversationId);
    return { conversationId };
  });
  bind(
    router,
    endpoints.assignConversation,
    async ({ actor, params: { conversationId }, body }) => {
      await assign(actor, conversationId, body.assigneeId);
      return { conversationId };
    },
  );
  bind(router, endpoints.claimConversation, async ({ actor, params: { conversationId }, body }) => {
    await claim(actor, conversationId, body);
    return { conversationId };
  });
  bind(router, endpoints.setStatus, async ({ actor, params: { conversationId }, body }) => {
    await setStatus(actor, conversationId, body.status);
    return { conversationId };
  });
  bind(router, endpoints.setPriority, async ({ actor, params: { conversationId }, body }) => {
    await setPriority(actor, conversationId, body.priority);
    return { conversationId };
  });
  bind(router, endpoints.setTags, async ({ actor, params: { conversationId }, body }) => {
    await setTags(actor, conversationId, body.tags);
    return { conversationId };
  });
  bind(
    router,
    endpoints.snoozeConversation,
    async ({ actor, params: { conversationId }, body }) => {
      await snooze(actor, conversationId, body.until);
      return { conversationId };
    },
  );
}
