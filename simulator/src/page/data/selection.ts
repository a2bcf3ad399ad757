import type { Person } from "../../person.ts";
import type { Platform } from "../../platform.ts";
import type { Thread } from "../../thread.ts";
import { store } from "./store.ts";

/** Whose phone is in the hand, and which of its apps is open. */
export type Selection = { person: Person; platform: Platform; thread: Thread | undefined };

/** The selection that the address names: `#/person/platform`. */
export function selection(): Selection | null {
  const [, id = "", platform] = location.hash.slice(1).split("/").map(decodeURIComponent);
  const person = store.state.people.find((one) => one.id === id);
  if (!person) return null;
  const shown = platform === "sms" || platform === "whatsapp" ? platform : person.platform;
  return { person, platform: shown, thread: threadOf(person, shown) };
}

export function threadOf(person: Person, platform: Platform): Thread | undefined {
  return store.state.threads.find(
    (thread) => thread.personId === person.id && thread.platform === platform,
  );
}

export function select(personId: string, platform: Platform): void {
  location.hash = `/${encodeURIComponent(personId)}/${platform}`;
}

export function deselect(): void {
  location.hash = "";
}

/** The platforms a person can write by: without a phone there is no SMS. */
export function platformsOf(person: Person): Platform[] {
  return person.phone === undefined ? ["whatsapp"] : ["whatsapp", "sms"];
}
