import type { Writer } from "../platform/firestore.ts";
import { countBegun, countOne, countReceived, countSent, type Occasion } from "../stats/stats.ts";
import type { Arrival } from "./arrival.ts";

/** Counts one more message of a conversation, in the commit that records it. */
export function countMessage(write: Writer, arrival: Arrival, conversationId: string): void {
  const occasion = occasionOf(arrival, conversationId);
  if (arrival.event.echo) countSent(write, occasion, null);
  else countReceived(write, occasion, arrival.connection.channel.platform);
}

/** Counts the message that begins its conversation. */
export function countBeginning(write: Writer, arrival: Arrival, conversationId: string): void {
  const occasion = occasionOf(arrival, conversationId);
  if (arrival.event.echo) {
    countSent(write, occasion, null);
    countOne(write, occasion, "conversations");
  } else countBegun(write, occasion, arrival.connection.channel.platform);
}

function occasionOf({ connection, timeZone, at }: Arrival, conversationId: string): Occasion {
  return { workspaceId: connection.workspaceId, conversationId, timeZone, at };
}
