import { conversationsOf, messagesOf } from "../../../functions/src/conversations/store.ts";
import { writerOf } from "./customers.ts";

export type Recorded = {
  /** Messages in the threads. */
  messages: number;
  /** Messages as the conversations counted them. */
  counted: number;
  /** Messages that stand in the thread of somebody who did not write them. */
  strayed: number;
};

/** What a workspace holds of what was posted. */
export async function recorded(workspaceId: string): Promise<Recorded> {
  const { docs } = await conversationsOf(workspaceId).select("inboundCount").get();
  const threads = await Promise.all(
    docs.map(({ id }) => messagesOf(workspaceId, id).select("text", "sender").get()),
  );
  const writers = threads.map(({ docs: messages }) =>
    messages.map((one) => [writerOf(String(one.get("text"))), digits(one.get("sender.phone"))]),
  );
  return {
    messages: writers.reduce((sum, thread) => sum + thread.length, 0),
    counted: docs.reduce((sum, doc) => sum + Number(doc.get("inboundCount")), 0),
    strayed: writers.reduce((sum, thread) => sum + strayedIn(thread), 0),
  };
}

/** A thread is its first writer's; what another wrote, or is said to be another's, does not belong there. */
function strayedIn(thread: (string | undefined)[][]): number {
  const [owner] = thread[0] ?? [];
  return thread.filter(([writer, sender]) => !owner || writer !== owner || sender !== owner).length;
}

function digits(phone: unknown): string {
  return String(phone).replace("+", "");
}
