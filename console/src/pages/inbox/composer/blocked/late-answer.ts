import type { Conversation, PublicChannel } from "@hilo/schema";

/**
 * Until when a person may still answer although the reply window has closed, on platforms and accounts that allow
 * it; nothing when that is over too, or does not exist.
 */
export function lateUntil(
  conversation: Pick<Conversation, "lastInboundAt">,
  channel: Pick<PublicChannel, "capabilities" | "humanAgent"> | undefined,
  now: number,
): number | undefined {
  const length = channel?.capabilities?.humanAgentWindow;
  const { lastInboundAt } = conversation;
  if (!channel?.humanAgent || length === undefined || lastInboundAt === null) return undefined;
  const until = lastInboundAt + length;
  return until > now ? until : undefined;
}
