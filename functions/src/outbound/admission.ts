import type { Capabilities, Refusal } from "@hilo/schema";
import { AppError } from "../platform/errors.ts";

/** A refusal as whoever sends reads it, with the way out. */
export function refusalOf(
  refused: Refusal,
  capabilities: Capabilities,
  claimedBy: string | undefined,
): AppError {
  if (refused === "claimed")
    return new AppError("claimed", `${claimedBy} is answering this conversation right now.`);
  return new AppError(
    refused,
    refused === "windowClosed"
      ? closedSentence(capabilities)
      : "This person asked for no more messages on this channel. Wait until they write START, or reach them another way.",
  );
}

function closedSentence({ exits, replyWindow }: Capabilities): string {
  const hours = Math.round((replyWindow ?? 0) / 3_600_000);
  const way = exits.includes("template")
    ? "Send an approved template (kind 'template'), or wait until the customer writes again."
    : "Wait until the customer writes again, or reach them on another channel.";
  return `More than ${hours} hours have passed since the customer last wrote, so free text cannot be sent. ${way}`;
}
