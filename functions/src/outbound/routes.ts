import type { outboundEndpoints } from "@hilo/schema";
import type { Handlers } from "../platform/handlers.ts";
import { retry } from "./retry.ts";
import { send } from "./send.ts";
import { start } from "./start.ts";

/** The endpoints by which messages go out. */
export const handlers = {
  sendMessage: ({ actor, params, body }) => send(actor, params.conversationId, body),
  retryMessage: ({ actor, params, body }) =>
    retry(actor, params.conversationId, params.messageId, body.messageId),
  startConversation: ({ actor, params, body }) => start(actor, params.channelId, body),
} satisfies Handlers<typeof outboundEndpoints>;
