import { keepOwn, readOwn } from "./own-storage.ts";

const name = "emoji";
/** As many as stand in two rows. */
const most = 16;

/** What this member took last on this device, the latest first. */
export function recentEmoji(): readonly string[] {
  const kept = readOwn(name);
  return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, most) : [];
}

export function keepRecent(emoji: string): void {
  keepOwn(name, withRecent(recentEmoji(), emoji));
}

/** The recent ones after one more was taken: each stands there once. */
export function withRecent(before: readonly string[], emoji: string): readonly string[] {
  return [emoji, ...before.filter((one) => one !== emoji)].slice(0, most);
}
