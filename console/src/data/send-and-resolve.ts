import { keepOwn, readOwn } from "../ui/own-storage.ts";
import { type Source, source } from "../ui/source.ts";

const name = "sendAndResolve";

const turned = source(0);

/** Changes whenever it is turned on or off. */
export const resolvingTurned: Source<number> = turned;

/** Whether this member is offered to resolve with what they send, on this device. */
export function offersResolving(): boolean {
  return readOwn(name) === true;
}

export function setOffersResolving(on: boolean): void {
  keepOwn(name, on);
  turned.set(turned.value + 1);
}
