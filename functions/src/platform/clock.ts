import { randomUUID } from "node:crypto";

let read: () => number = Date.now;

/** The time, in milliseconds since the epoch. */
export function now(): number {
  return read();
}

/** Holds the time for a test; without an argument lets it run again. */
export function setClock(clock: () => number = Date.now): void {
  read = clock;
}

/** A fresh id for a document nobody else can name beforehand. */
export function newId(): string {
  return randomUUID();
}
