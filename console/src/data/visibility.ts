/** How long a hidden page keeps listening, in milliseconds. */
const patience = 5 * 60 * 1000;

/**
 * Runs `start` while somebody may be looking: stops what it began once the page has been hidden for 5 minutes,
 * and begins again when it is seen. Returns how to end it.
 */
export function whileVisible(start: () => () => void): () => void {
  let stop: (() => void) | undefined = start();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = () => {
    stop?.();
    stop = undefined;
  };
  const changed = () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(pause, patience);
    else stop ??= start();
  };
  document.addEventListener("visibilitychange", changed);
  return () => {
    document.removeEventListener("visibilitychange", changed);
    clearTimeout(timer);
    pause();
  };
}
