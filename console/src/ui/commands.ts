import type { IconName } from "./icons.ts";
import { type Source, source } from "./source.ts";

/** Something a person can do from the keyboard or the command palette. */
export type Command = {
  id: string;
  /** Asked for on every showing, so that it follows the language. */
  text: () => string;
  /** One key as `KeyboardEvent.key` names it, or with "Mod+" for Ctrl and Command alike. */
  keys?: string;
  icon?: IconName;
  run: () => void;
  /** Whether it makes sense right now; always, when left out. */
  when?: () => boolean;
};

const registered = source<readonly Command[]>([]);

/** All commands of what is on the page. */
export const commands: Source<readonly Command[]> = registered;

/** Adds commands, before those that were there, until the returned function is called. */
export function addCommands(added: readonly Command[]): () => void {
  registered.set([...added, ...registered.value]);
  return () => registered.set(registered.value.filter((command) => !added.includes(command)));
}

/** The command that a key press means, if any: plain keys are left to whoever types. */
export function commandFor(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">,
  typing: boolean,
  among: readonly Command[] = registered.value,
): Command | undefined {
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey || (typing && !mod)) return undefined;
  const pressed = mod ? `Mod+${event.key.toLowerCase()}` : event.key;
  return among.find((command) => command.keys === pressed && (command.when?.() ?? true));
}

/** Runs the command with this id, when it makes sense. */
export function runCommand(id: string): void {
  const command = registered.value.find((one) => one.id === id);
  if (command && (command.when?.() ?? true)) command.run();
}
