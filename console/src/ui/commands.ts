import type { IconName } from "./icons.ts";
import { type Source, source } from "./source.ts";

/** Something a person can do from the keyboard or the command palette. */
export type Command = {
  id: string;
  /** Asked for on every showing, so that it follows the language. */
  text: () => string;
  /** One key as `KeyboardEvent.key` names it, with "Mod+" for Ctrl and Command alike, and "Shift+" before a letter, or Enter with them. */
  keys?: string;
  /** Whether a text field that has the focus keeps these keys for itself, as it does plain ones. */
  leftToFields?: true;
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
  const pressed = keysOf(event);
  return among.find(
    ({ keys, leftToFields, when }) =>
      keys === pressed && !(typing && leftToFields) && (when?.() ?? true),
  );
}

/** A letter is the same with Caps Lock; Shift makes it another key. */
function keysOf({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
}: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">): string {
  const isLetter = /^\p{L}$/u.test(key);
  const parts = [
    ...(ctrlKey || metaKey ? ["Mod"] : []),
    ...(shiftKey && (isLetter || ((ctrlKey || metaKey) && key === "Enter")) ? ["Shift"] : []),
    isLetter ? key.toLowerCase() : key,
  ];
  return parts.join("+");
}

/** Runs the command with this id, when it makes sense. */
export function runCommand(id: string): void {
  const command = registered.value.find((one) => one.id === id);
  if (command && (command.when?.() ?? true)) command.run();
}
