import { statsShards, waitedMs } from "@hilo/schema";
import type { Writer } from "../../functions/src/platform/firestore.ts";
import { count, type Happened, type Occasion } from "../../functions/src/stats/count.ts";
import { channelTable } from "./channel-table.ts";
import { isAnswer } from "./conversation.ts";
import type { Dialogue } from "./dialogue.ts";
import type { Place, Written } from "./messages.ts";
import { timeZone, workspaceId } from "./workspace.ts";

/** Its thread, whether a lead came from it, and when it was resolved. */
type Counted = { thread: Written[]; isOwn: boolean; resolvedAt: number | undefined };

/** Counts a dialogue as it would have been counted while it went on. */
export function countThread(
  write: Writer,
  dialogue: Dialogue,
  { conversationId }: Place,
  { thread, isOwn, resolvedAt }: Counted,
): void {
  const place = { workspaceId, conversationId, timeZone, statsShards };
  const { platform } = channelTable[dialogue.channel];
  const tell = (at: number, happened: Happened) => {
    const occasion: Occasion = { ...place, at };
    count(write, occasion, happened);
  };
  for (const [index, { message }] of thread.entries()) {
    const { direction, providerAt: at } = message;
    if (index === 0) tell(at, { begun: true, ...(isOwn ? { leads: true } : {}) });
    if (direction === "inbound") tell(at, { received: platform });
    if (direction !== "outbound" || !isAnswer(message)) continue;
    const waited = waitedMs(message);
    tell(at, { sent: true, ...(waited === null ? {} : { answers: waited }) });
  }
  if (resolvedAt !== undefined) tell(resolvedAt, { resolved: true });
}
