import type { ListedConversation } from "@hilo/schema";
import { type Source, source } from "../ui/source.ts";
import { outbox } from "./sending.ts";
import type { ThreadMessage } from "./thread-merge.ts";

const changes = source(0, () => outbox.watch(() => changes.set(changes.value + 1)));

/** Changes whenever a message of this console is on its way, refused, or through. */
export const outgoing: Source<number> = changes;

/**
 * A conversation as its row tells it: what the API refused never left this device, so that only this console knows of
 * the failure.
 */
export function withRefused(
  one: ListedConversation,
  pending: readonly ThreadMessage[] = outbox.of(one.id),
): ListedConversation {
  const refused = pending.findLast(({ local }) => local?.state === "refused");
  return refused ? { ...one, failedAt: Math.max(refused.providerAt, one.failedAt ?? 0) } : one;
}
