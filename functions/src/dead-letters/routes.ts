import { endpoints } from "@hilo/schema";
import type { Router } from "express";
import { bind } from "../platform/http.ts";
import { deleteLetter, listLetters, openLetter } from "./letters.ts";

/** The endpoints of requests that could not be used. They are taken in again where they are recorded. */
export function routes(router: Router): void {
  bind(router, endpoints.listDeadLetters, ({ actor, params, query }) =>
    listLetters(actor.workspaceId, params.channelId, query),
  );
  bind(router, endpoints.getDeadLetter, ({ actor, params }) =>
    openLetter(actor.workspaceId, params.letterId),
  );
  bind(router, endpoints.deleteDeadLetter, ({ actor, params }) =>
    deleteLetter(actor, params.letterId),
  );
}
