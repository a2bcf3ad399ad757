import type { Writer } from "../platform/firestore.ts";
import { count, type Happened, type Occasion } from "../stats/count.ts";
import type { Arrival } from "./arrival.ts";

/** Counts one more message of a conversation, in the commit that records it. */
export function countMessage(write: Writer, arrival: Arrival, conversationId: string): void {
  count(write, occasionOf(arrival, conversationId), whatCame(arrival));
}

/** Counts the message that begins its conversation. */
export function countBeginning(write: Writer, arrival: Arrival, conversationId: string): void {
  count(write, occasionOf(arrival, conversationId), { ...whatCame(arrival), begun: true });
}

function whatCame({ event, connection }: Arrival): Happened {
  return event.echo ? { sent: true } : { received: connection.channel.platform };
}

function occasionOf({ counting, at }: Arrival, conversationId: string): Occasion {
  return { ...counting, conversationId, at };
}
