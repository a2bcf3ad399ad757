import type { Letter } from "./letter.ts";
import type { Local, ThreadMessage } from "./thread-merge.ts";

/** A letter in the outbox. */
export type Outgoing = {
  letter: Letter;
  /** Whether the device holds it too. */
  kept: boolean;
  /** Whether it may have been sent before: here, by another tab or before a reload. */
  again: boolean;
  /** How often an earlier attempt was found still running. */
  busy: number;
};

/** What waits and is lost with the tab says so. */
export function shown({ letter, kept }: Outgoing): ThreadMessage {
  const { message } = letter;
  if (kept || message.local?.state !== "waiting") return message;
  return { ...message, local: { state: "waiting", unkept: true } };
}

/** The letter, standing where it stands now: nowhere any more, once the API has it. */
export function marked(letter: Letter, local: Local | undefined): Letter {
  const { local: _, ...message } = letter.message;
  return { ...letter, message: local ? { ...message, local } : message };
}

/** Whether it goes by itself as soon as it can. */
export function isDue({ letter }: Outgoing): boolean {
  const state = letter.message.local?.state;
  return state === "sending" || state === "waiting";
}

/** How much longer its writer may take it back, in milliseconds. */
export function heldFor({ heldUntil = 0 }: Letter): number {
  return Math.max(0, heldUntil - Date.now());
}

export function isUnsent({ local }: ThreadMessage): boolean {
  return local !== undefined;
}

/** What a message on its way says of itself at first. */
export function waitingState(): "sending" | "waiting" {
  return globalThis.navigator?.onLine === false ? "waiting" : "sending";
}
