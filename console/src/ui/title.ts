import { onLanguage } from "../text/language.ts";

const name = "Hilo";

let place: () => readonly string[] = () => [];
let unread = 0;
let follows = false;

/**
 * Names where one is in the window's title, the nearest first: "Rocío Núñez · Bandeja · Hilo". Asked again on each
 * change of language.
 */
export function titled(parts: () => readonly string[]): void {
  place = parts;
  if (!follows) onLanguage(write);
  follows = true;
  write();
}

/** Puts how many conversations wait unread before it. */
export function titleUnread(count: number): void {
  unread = count;
  write();
}

function write(): void {
  const title = [...place().filter((part) => part !== ""), name].join(" · ");
  document.title = unread > 0 ? `(${unread}) ${title}` : title;
}
