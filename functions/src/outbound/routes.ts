import type { outboundEndpoints } from "@hilo/schema";
import type { Handlers } from "../platform/handlers.ts";
import { refuseUnseenSource } from "./passing-on.ts";
import { retry } from "./retry.ts";
import { send } from "./send.ts";
import { start } from "./start.ts";

/** The endpoints by which messages go out. */
export const handlers = {
  sendMessage: async ({ actor, params, body }) => {
    await refuseUnseenSource(actor, body.mail?.forwards);
    return send(actor, params.conversationId, body);
  },
  retryMessage: ({ actor, params, body }) =>
    retry(actor, params.conversationId, params.messageId, body.messageId),
  startConversation: async ({ actor, params, body }) => {
    await refuseUnseenSource(actor, body.mail?.forwards);
    return start(actor, params.channelId, body);
  },
} satisfies Handlers<typeof outboundEndpoints>;
