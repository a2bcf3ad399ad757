import type { ChannelHealth, ChannelNotice } from "@hilo/schema";

/** Why somebody should look at a channel, the most pressing first. */
export type Concern = "reconnect" | "notice" | "refused" | "failing" | "letters";

export type ChannelState =
  | { is: "working" | "disabled" | "unused"; concerns: readonly [] }
  | { is: "attention"; concerns: readonly Concern[] };

type Looked = { enabled: boolean; health: ChannelHealth; notice?: ChannelNotice | undefined };

/** How a channel stands; `letters` is how many dead letters wait for somebody. */
export function channelState(channel: Looked, letters: number): ChannelState {
  if (!channel.enabled) return { is: "disabled", concerns: [] };
  const concerns = concernsOf(channel, letters);
  if (concerns.length > 0) return { is: "attention", concerns };
  const { lastEventAt, lastSentAt } = channel.health;
  return { is: lastEventAt || lastSentAt ? "working" : "unused", concerns: [] };
}

/** The code of the notice that the provider takes the credentials no more. */
const reconnect = "reconnect";

function concernsOf({ health, notice }: Looked, letters: number): Concern[] {
  const found: Record<Concern, boolean> = {
    reconnect: notice?.code === reconnect,
    notice: notice !== undefined && notice.level !== "info" && notice.code !== reconnect,
    refused: later(health.lastRefusedAt, health.lastEventAt),
    failing: later(health.lastFailedAt, health.lastSentAt),
    letters: letters > 0,
  };
  return (Object.keys(found) as Concern[]).filter((concern) => found[concern]);
}

/** Whether something bad happened since something good did. */
function later(bad: number | null | undefined, good: number | null | undefined): boolean {
  return (bad ?? 0) > (good ?? 0);
}

export type Figures = {
  /** Everything the provider sent, signed. */
  received: number;
  /** What became a message, a delivery state or the like, or means nothing to an inbox. */
  processed: number;
  duplicates: number;
  /** Of which something was missing that was added later. */
  repaired: number;
  /** What waits for somebody, since it could not be used. */
  dead: number;
  sent: number;
  failed: number;
  refused: number;
};

/** A channel's counts as they are shown; `dead` is how many dead letters wait for somebody. */
export function figuresOf(health: ChannelHealth, dead: number): Figures {
  const { received, statuses, ignored = 0, repaired = 0, duplicates } = health;
  const { sent, failed, refused } = health;
  const processed = received + statuses + ignored;
  return {
    received: processed + duplicates + dead,
    processed,
    duplicates,
    repaired,
    dead,
    sent,
    failed,
    refused,
  };
}
