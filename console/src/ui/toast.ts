import { announce } from "./announce.ts";
import { type Source, source } from "./source.ts";
import { undoable } from "./undo.ts";

export type Toast = {
  id: number;
  text: string;
  tone: "neutral" | "bad";
  /** Puts back what was done. */
  undo?: () => void;
};

/** How long a toast stays, in milliseconds; longer when something can be undone or went wrong. */
const stays = { brief: 4000, long: 8000 };

const shown = source<readonly Toast[]>([]);
let last = 0;

/** The toasts on the screen, oldest first. */
export const toasts: Source<readonly Toast[]> = shown;

/** Says in passing what was done, with the way back when there is one, which Ctrl+Z takes too. */
export function toast(said: {
  text: string;
  undo?: () => void;
  tone?: Toast["tone"];
  /** How long it stays, where that is not the usual time. */
  stayMs?: number;
}): void {
  last += 1;
  const id = last;
  const { undo, stayMs, ...words } = said;
  const added: Toast = { tone: "neutral", ...words, id };
  if (undo) {
    added.undo = undoable(() => {
      dismiss(id);
      undo();
    });
  }
  if (!shown.value.some((one) => isSame(one, added))) announce(said.text);
  shown.set(withToast(shown.value, added));
  const time = undo || said.tone === "bad" ? stays.long : stays.brief;
  setTimeout(() => dismiss(id), stayMs ?? time);
}

export function dismiss(id: number): void {
  shown.set(shown.value.filter((one) => one.id !== id));
}

/** The toasts with one more, three at most; what stands there already is not said twice, but stays longer. */
export function withToast(before: readonly Toast[], added: Toast): Toast[] {
  return [...before.filter((one) => !isSame(one, added)).slice(-2), added];
}

/** What can be undone is never the same: each has its own way back. */
function isSame(one: Toast, other: Toast): boolean {
  return one.text === other.text && one.tone === other.tone && !one.undo && !other.undo;
}
