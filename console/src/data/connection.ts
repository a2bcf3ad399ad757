import { type Source, source } from "../ui/source.ts";

/** "reconnecting": the network is there, but what is shown may be out of date. */
export type Connection = "online" | "reconnecting" | "offline";

/** How long a list may be behind before it counts as a lost connection, in milliseconds. */
const patience = 1500;

const behind = new Set<object>();
let timer: ReturnType<typeof setTimeout> | undefined;

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

/** Told by each list that was up to date once: whether it still is, or shows what it remembers. */
export function heard(list: object, upToDate: boolean): void {
  if (upToDate) behind.delete(list);
  else behind.add(list);
  clearTimeout(timer);
  if (behind.size === 0) settle();
  else timer = setTimeout(settle, patience);
}

/** Told when a list is no longer listened to. */
export function left(list: object): void {
  heard(list, true);
}

function settle(): void {
  const next = !navigator.onLine ? "offline" : behind.size > 0 ? "reconnecting" : "online";
  if (next !== state.value) state.set(next);
}
