import { keepOwn, readOwn } from "../ui/own-storage.ts";

/** How long an answer can be taken back, in milliseconds. */
export const undoMs = 5_000;

const name = "undoSend";

/** Whether this member wants to take answers back on this device. */
export function undoesSends(): boolean {
  return readOwn(name) === true;
}

export function setUndoesSends(on: boolean): void {
  keepOwn(name, on);
}
