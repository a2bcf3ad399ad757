import type { Conversation } from "@hilo/schema";

/** Whoever else is answering right now. */
export function claimedBy(
  conversation: Pick<Conversation, "claim">,
  self: string,
  now: number,
): { memberId: string; name: string } | undefined {
  const { claim } = conversation;
  return claim && claim.memberId !== self && claim.until > now ? claim : undefined;
}
