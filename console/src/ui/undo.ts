/** How long what was done can be taken back from the keyboard, in milliseconds: longer than its toast stays. */
export const undoableMs = 2 * 60 * 1000;
/** How many of the last deeds are remembered. */
const most = 20;

type Deed = { takeBack: () => void; at: number };

let deeds: readonly Deed[] = [];

/** Remembers how something is taken back. What is returned does so, once, however it is asked for. */
export function undoable(takeBack: () => void): () => void {
  const deed = { takeBack, at: Date.now() };
  deeds = [...deeds, deed].slice(-most);
  return () => undo(deed);
}

/** Whether there is anything to take back: after a while others may have gone on with it. */
export function canUndo(): boolean {
  return last() !== undefined;
}

/** Takes back what was done last. */
export function undoLast(): void {
  const deed = last();
  if (deed) undo(deed);
}

/** Forgets what was done: who comes next takes none of it back. */
export function forgetDeeds(): void {
  deeds = [];
}

function undo(deed: Deed): void {
  if (!deeds.includes(deed)) return;
  deeds = deeds.filter((one) => one !== deed);
  deed.takeBack();
}

function last(): Deed | undefined {
  return deeds.findLast(({ at }) => Date.now() - at < undoableMs);
}
