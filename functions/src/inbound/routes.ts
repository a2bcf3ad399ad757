import type { inboundEndpoints } from "@hilo/schema";
import type { Handlers } from "../platform/handlers.ts";
import { fetchAgain } from "./fetch-again.ts";
import { replay, replayAll } from "./replay.ts";

/** The endpoints by which what came in is taken in again: a file, or a request that could not be used. */
export const handlers = {
  fetchFilesAgain: ({ actor, params }) =>
    fetchAgain(actor, params.conversationId, params.messageId),
  replayDeadLetter: ({ actor, params }) => replay(actor, params.letterId),
  replayDeadLetters: ({ actor, params, body }) => replayAll(actor, params.channelId, body.cursor),
} satisfies Handlers<typeof inboundEndpoints>;
