import { type Source, source } from "../ui/source.ts";
import { signedIn } from "./session.ts";

// What this member began on this device and has not heard the end of: ids alone, so that it outlives the page.

const keyOf = () => `hilo.operations.${signedIn().workspaceId}.${signedIn().uid}`;

const kept = source<readonly string[]>([]);
let key = "";

/** The operations whose end is told here. */
export const underWay: Source<readonly string[]> = {
  get value() {
    if (key !== keyOf()) {
      key = keyOf();
      kept.set((localStorage.getItem(key) ?? "").split(" ").filter(Boolean));
    }
    return kept.value;
  },
  subscribe: kept.subscribe,
};

/** Has the end of an operation told here, also after the page was loaded anew. */
export function awaitEnd(id: string): void {
  if (!underWay.value.includes(id)) set([...underWay.value, id]);
}

export function forgetEnd(id: string): void {
  if (underWay.value.includes(id)) set(underWay.value.filter((one) => one !== id));
}

function set(ids: readonly string[]): void {
  if (ids.length > 0) localStorage.setItem(keyOf(), ids.join(" "));
  else localStorage.removeItem(keyOf());
  kept.set(ids);
}
