import type { operationEndpoints } from "@hilo/schema";
import type { Handlers } from "../platform/handlers.ts";
import type { Kinds } from "./kind.ts";
import { getOperation, undoOperation } from "./operations.ts";

/** The endpoints of what takes long. What can be undone, the kinds say; they are of later rooms. */
export function handlersFor(kinds: Kinds) {
  return {
    getOperation: ({ actor, params }) => getOperation(actor, params.operationId),
    undoOperation: ({ actor, params }) => undoOperation(actor, params.operationId, kinds),
  } satisfies Handlers<typeof operationEndpoints>;
}
