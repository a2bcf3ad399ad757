import type { Message } from "@hilo/schema";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { FieldValue, type Writer } from "../../functions/src/platform/firestore.ts";
import { workspaceId } from "./workspace.ts";

/** Counts a thread on its channel, as the traffic that made it would have been counted. */
export function countOnChannel(
  write: Writer,
  channelId: string,
  thread: readonly { message: Message }[],
): void {
  const messages = thread.map(({ message }) => message);
  const received = messages.filter(({ direction }) => direction === "inbound");
  const ours = messages.filter(({ direction }) => direction === "outbound");
  const failed = ours.filter(({ statusAt }) => statusAt.failed !== undefined);
  const sent = ours.filter((message) => !failed.includes(message));
  write.update(channelsOf(workspaceId).doc(channelId), {
    "health.received": FieldValue.increment(received.length),
    "health.sent": FieldValue.increment(sent.length),
    "health.failed": FieldValue.increment(failed.length),
    ...latest("health.lastEventAt", received),
    ...latest("health.lastSentAt", sent),
    ...latest("health.lastFailedAt", failed),
  });
}

function latest(field: string, messages: readonly Message[]) {
  const times = messages.map(({ providerAt }) => providerAt);
  return times.length > 0 ? { [field]: FieldValue.maximum(Math.max(...times)) } : {};
}
