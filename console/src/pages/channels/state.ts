import type { ChannelHealth } from "@hilo/schema";
import type { TemplateResult } from "lit";
import type { ChannelState, Concern } from "../../data/channel-state.ts";
import { t } from "../../text/channels.ts";
import { number } from "../../text/formats.ts";
import { type Tone, tag } from "../../ui/tag.ts";

const tones: Record<ChannelState["is"], Tone> = {
  working: "good",
  attention: "warning",
  disabled: "neutral",
  unused: "info",
};

/** A channel's state as a tag. */
export function stateTag({ is }: ChannelState): TemplateResult {
  return tag(t[is], tones[is]);
}

/** What the state means, in a sentence; nothing for a channel that works. */
export function stateWords({ is, concerns }: ChannelState, letters: number): string {
  const [first] = concerns;
  if (first) return concernWords(first, letters);
  if (is === "disabled") return t.disabledWhy;
  return is === "unused" ? t.unusedWhy : "";
}

export function concernWords(concern: Concern, letters: number): string {
  return concern === "letters" ? t.letters(number(letters)) : t[concern];
}

/** What to do about a concern. */
export function remedyOf(concern: Concern): string {
  return t[`${concern}Do`];
}

/** When a concern began, where that is known. */
export function sinceOf(concern: Concern, health: ChannelHealth, noticeAt: number | undefined) {
  if (concern === "notice" || concern === "reconnect") return noticeAt ?? null;
  if (concern === "refused") return health.lastRefusedAt ?? null;
  return concern === "failing" ? (health.lastFailedAt ?? null) : null;
}
