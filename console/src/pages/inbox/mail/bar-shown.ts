import { narrow } from "../../../ui/narrow.ts";
import { keepOwn, readOwn } from "../../../ui/own-storage.ts";

const name = "mailFormat";

/** Whether the buttons that format a text are shown: as this member last chose on this device, else where there is room. */
export function showsBar(): boolean {
  const chosen = readOwn(name);
  return typeof chosen === "boolean" ? chosen : !narrow.value;
}

export function showBar(shown: boolean): void {
  keepOwn(name, shown);
}
