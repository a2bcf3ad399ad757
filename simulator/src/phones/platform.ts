/** Where a customer can be reached. */
export const platforms = [
  "whatsapp",
  "sms",
  "voice",
  "messenger",
  "instagram",
  "telegram",
  "email",
  "x",
  "webchat",
] as const;
export type Platform = (typeof platforms)[number];

const day = 24 * 60 * 60 * 1000;

/** How long after the customer's last message a free text may be sent, by platform; absent: always. */
export const replyWindows: Partial<Record<Platform, number>> = {
  whatsapp: day,
  messenger: day,
  instagram: day,
};

/** Whether the time for a free answer in a thread is over. */
export function isClosed(thread: { platform: Platform; lastInboundAt: number | null }): boolean {
  const length = replyWindows[thread.platform];
  return length !== undefined && Date.now() - (thread.lastInboundAt ?? 0) > length;
}
