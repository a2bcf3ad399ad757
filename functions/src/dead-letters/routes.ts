import type { deadLetterEndpoints } from "@hilo/schema";
import type { Handlers } from "../platform/handlers.ts";
import { deleteLetter, listLetters, openLetter } from "./letters.ts";

/** The endpoints of requests that could not be used. They are taken in again where they are recorded. */
export const handlers = {
  listDeadLetters: ({ actor, params, query }) =>
    listLetters(actor.workspaceId, params.channelId, query),
  getDeadLetter: ({ actor, params }) => openLetter(actor.workspaceId, params.letterId),
  deleteDeadLetter: ({ actor, params }) => deleteLetter(actor, params.letterId),
} satisfies Handlers<typeof deadLetterEndpoints>;
