import { endpoints } from "@hilo/schema";
import type { Router } from "express";
import { fetchAgain } from "../inbound/fetch-again.ts";
import { replay, replayAll } from "../inbound/replay.ts";
import { retry } from "../outbound/retry.ts";
import { send, stateOf } from "../outbound/send.ts";
import { start } from "../outbound/start.ts";
import { bind } from "../platform/http.ts";
import { claim } from "./claim.ts";
import { assign, setPriority, setStatus, setTags, snooze } from "./desk.ts";
import { seeMention } from "./mentions.ts";
import { addNote } from "./notes.ts";
import { markRead, markUnread } from "./reading.ts";

/** The endpoints of conversations and their messages. */
export function routes(router: Router): void {
  messageRoutes(router);
  deskRoutes(router);
  replayRoutes(router);
}

function messageRoutes(router: Router): void {
  bind(router, endpoints.sendMessage, ({ actor, params, body }) =>
    send(actor, params.conversationId, body),
  );
  bind(router, endpoints.retryMessage, ({ actor, params, body }) =>
    retry(actor, params.conversationId, params.messageId, body.messageId),
  );
  bind(router, endpoints.fetchFilesAgain, ({ actor, params }) =>
    fetchAgain(actor, params.conversationId, params.messageId),
  );
  bind(router, endpoints.startConversation, ({ actor, params, body }) =>
    start(actor, params.channelId, body),
  );
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

/** What could not be used is taken in again here, since here it is recorded. */
function replayRoutes(router: Router): void {
  bind(router, endpoints.replayDeadLetter, ({ actor, params }) => replay(actor, params.letterId));
  bind(router, endpoints.replayDeadLetters, ({ actor, params, body }) =>
    replayAll(actor, params.channelId, body.cursor),
  );
}
