import { plain } from "../text/plain.ts";
import type { Command } from "../ui/commands.ts";

/** The commands that speak of every word typed, accents aside; those that begin with it first. */
export function foundCommands(commands: readonly Command[], typed: string): Command[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const found = commands.filter((one) => words.every((word) => plain(one.text()).includes(word)));
  const first = words[0] ?? "";
  return found.sort((a, b) => Number(begins(b, first)) - Number(begins(a, first)));
}

function begins(command: Command, word: string): boolean {
  return plain(command.text()).startsWith(word);
}
