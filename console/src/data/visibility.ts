import { type Source, source } from "../ui/source.ts";

/** How long a hidden page keeps listening, in milliseconds. */
const patience = 5 * 60 * 1000;

const attention = source(false);

/** Whether this page speaks of what comes in also while nobody looks at it. */
export const attentive: Source<boolean> = attention;

export function setAttentive(isSo: boolean): void {
  if (attention.value !== isSo) attention.set(isSo);
}

/**
 * Runs `start` while somebody may be looking: stops what it began once the page has been hidden for 5 minutes,
 * and begins again when it is seen. Returns how to end it.
 */
export function whileVisible(start: () => () => void): () => void {
  return whileWanted(start, () => document.hidden);
}

/** The same for what a page speaks of that is attentive: there it goes on while the page is hidden. */
export function whileHeard(start: () => () => void): () => void {
  return whileWanted(start, () => document.hidden && !attention.value);
}

function whileWanted(start: () => () => void, isIdle: () => boolean): () => void {
  let stop: (() => void) | undefined = start();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = () => {
    stop?.();
    stop = undefined;
  };
  const changed = () => {
    clearTimeout(timer);
    if (isIdle()) timer = setTimeout(pause, patience);
    else stop ??= start();
  };
  document.addEventListener("visibilitychange", changed);
  const endAttention = attention.subscribe(changed);
  return () => {
    document.removeEventListener("visibilitychange", changed);
    endAttention();
    clearTimeout(timer);
    pause();
  };
}
