import { place } from "./place.ts";

/** What this browser keeps between visits: its account, and what the visitor is called. */
export type Kept = { refreshToken?: string; name?: string; email?: string };

const key = `hilo-chat:${place.workspace}/${place.channel}`;
let unsaved: Kept = {};

/** Where storage is refused, the visit is remembered for as long as the page stands. */
export function recall(): Kept {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}");
  } catch {
    return unsaved;
  }
}

export function keep(news: Kept): void {
  unsaved = { ...recall(), ...news };
  try {
    localStorage.setItem(key, JSON.stringify(unsaved));
  } catch {
    // Kept in memory above.
  }
}
