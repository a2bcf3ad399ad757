import type { operationEndpoints, ToldOperation } from "@hilo/schema";
import type { Actor } from "../platform/auth.ts";
import type { Handlers } from "../platform/handlers.ts";
import type { Kinds } from "./kind.ts";
import { getOperation, undoOperation } from "./operations.ts";

/** Whether somebody sees the document at a path within the workspace; whose they are, later rooms say. */
export type SeesPath = (actor: Actor, path: string) => Promise<boolean>;

/** The endpoints of what takes long. What can be undone, the kinds say; they are of later rooms. */
export function handlersFor(kinds: Kinds, sees: SeesPath) {
  return {
    getOperation: async ({ actor, params }) =>
      seenBy(actor, await getOperation(actor, params.operationId), sees),
    undoOperation: async ({ actor, params }) =>
      seenBy(actor, await undoOperation(actor, params.operationId, kinds), sees),
  } satisfies Handlers<typeof operationEndpoints>;
}

/** An operation without the documents that its reader does not see. */
async function seenBy(
  actor: Actor,
  { kept, ...told }: ToldOperation,
  sees: SeesPath,
): Promise<ToldOperation> {
  if (!kept) return told;
  const seen = await Promise.all(kept.map(({ path }) => sees(actor, path)));
  return { ...told, kept: kept.filter((_, index) => seen[index]) };
}
