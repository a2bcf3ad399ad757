import { endpoints } from "@hilo/schema";
import type { Router } from "express";
import { bind } from "../platform/http.ts";
import { retry } from "./retry.ts";
import { send } from "./send.ts";
import { start } from "./start.ts";

/** The endpoints by which messages go out. */
export function routes(router: Router): void {
  bind(router, endpoints.sendMessage, ({ actor, params, body }) =>
    send(actor, params.conversationId, body),
  );
  bind(router, endpoints.retryMessage, ({ actor, params, body }) =>
    retry(actor, params.conversationId, params.messageId, body.messageId),
  );
  bind(router, endpoints.startConversation, ({ actor, params, body }) =>
    start(actor, params.channelId, body),
  );
}
