import { type Source, source } from "../ui/source.ts";

/** "reconnecting": the network is there, but what is shown may be out of date. */
export type Connection = "online" | "reconnecting" | "offline";

let stale = false;
let wasFresh = false;

const state = source<Connection>("online", () => {
  window.addEventListener("online", settle);
  window.addEventListener("offline", settle);
  settle();
  return () => {
    window.removeEventListener("online", settle);
    window.removeEventListener("offline", settle);
  };
});

/** Whether what is on the screen is what is true. */
export const connection: Source<Connection> = state;

/** Told by each snapshot of the inbox: it came from memory because the server cannot be reached. */
export function heard(fromCache: boolean): void {
  stale = fromCache && wasFresh;
  if (!fromCache) wasFresh = true;
  settle();
}

function settle(): void {
  const next = !navigator.onLine ? "offline" : stale ? "reconnecting" : "online";
  if (next !== state.value) state.set(next);
}
