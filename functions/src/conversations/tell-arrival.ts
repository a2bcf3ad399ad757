import { tell } from "../events/tell.ts";
import type { Writer } from "../platform/firestore.ts";
import type { Arrival } from "./arrival.ts";

/** Tells of a message that came, in the commit that records it; what was written long ago is no news. */
export async function tellArrival(
  write: Writer,
  { connection: { workspaceId }, event, messageId }: Arrival,
  conversationId: string,
): Promise<void> {
  if (event.past) return;
  await tell(write, {
    workspaceId,
    type: event.echo ? "message.echoed" : "message.received",
    source: `${conversationId}/${messageId}`,
    about: { conversationId, messageId },
    data: { kind: event.kind },
  });
}

/** Tells of a message and of the conversation that begins with it. */
export async function tellBeginning(
  write: Writer,
  arrival: Arrival,
  conversationId: string,
): Promise<void> {
  const { workspaceId, channelId } = arrival.connection;
  await tell(write, {
    workspaceId,
    type: "conversation.created",
    source: `${conversationId}/${arrival.messageId}`,
    about: { conversationId },
    data: { channelId },
  });
  await tellArrival(write, arrival, conversationId);
}
