import type { Writer } from "../../functions/src/platform/firestore.ts";
import {
  countBegun,
  countOne,
  countReceived,
  countSent,
  type Occasion,
} from "../../functions/src/stats/stats.ts";
import { channelTable } from "./channel-table.ts";
import { isAnswer } from "./conversation.ts";
import type { Dialogue } from "./dialogue.ts";
import type { Place, Written } from "./messages.ts";
import { timeZone, workspaceId } from "./workspace.ts";

/** Counts a dialogue as it would have been counted while it went on. */
export function countThread(
  write: Writer,
  dialogue: Dialogue,
  place: Place,
  thread: Written[],
): void {
  let waitingSince: number | null = null;
  for (const [index, entry] of thread.entries()) {
    const { message } = entry;
    const { conversationId } = place;
    const occasion = { workspaceId, conversationId, timeZone, at: message.providerAt };
    if (index === 0) countFirst(write, occasion, dialogue, message.direction);
    else if (message.direction === "inbound") countReceived(write, occasion, platformOf(dialogue));
    countOurs(write, occasion, entry, waitingSince);
    if (message.direction === "inbound") waitingSince ??= message.providerAt;
    if (isAnswer(message)) waitingSince = null;
  }
}

function countFirst(
  write: Writer,
  occasion: Occasion,
  dialogue: Dialogue,
  direction: string,
): void {
  countOne(write, occasion, "leads");
  if (direction === "inbound") countBegun(write, occasion, platformOf(dialogue));
  else countOne(write, occasion, "conversations");
}

function countOurs(
  write: Writer,
  occasion: Occasion,
  { message, line }: Written,
  waitingSince: number | null,
): void {
  if (line.event?.to === "resolved") countOne(write, occasion, "resolved");
  if (message.direction !== "outbound") return;
  const answers = waitingSince !== null && isAnswer(message);
  countSent(write, occasion, answers ? occasion.at - waitingSince : null);
}

function platformOf({ channel }: Dialogue) {
  return channelTable[channel].platform;
}
