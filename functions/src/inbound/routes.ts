import { endpoints } from "@hilo/schema";
import type { Router } from "express";
import { bind } from "../platform/http.ts";
import { fetchAgain } from "./fetch-again.ts";
import { replay, replayAll } from "./replay.ts";

/** The endpoints by which what came in is taken in again: a file, or a request that could not be used. */
export function routes(router: Router): void {
  bind(router, endpoints.fetchFilesAgain, ({ actor, params }) =>
    fetchAgain(actor, params.conversationId, params.messageId),
  );
  bind(router, endpoints.replayDeadLetter, ({ actor, params }) => replay(actor, params.letterId));
  bind(router, endpoints.replayDeadLetters, ({ actor, params, body }) =>
    replayAll(actor, params.channelId, body.cursor),
  );
}
