import type { Mailbox } from "postal-mime";
import type { Letter } from "./letter.ts";
import type { LetterFile } from "./letter-file.ts";

/** More than anybody attaches, and than anybody reads of whom a mail was to. */
const mostFiles = 300;
const mostNamed = 100;

/** The files of a message; where there are too many, the last is a list of those that are left out. */
export function filesOf(
  { files }: Pick<Letter, "files">,
  rest: readonly LetterFile[],
): LetterFile[] {
  const room = mostFiles - rest.length;
  if (files.length <= room) return [...files, ...rest];
  const left = files.slice(room).map(({ name, bytes }) => `${name || "?"} (${bytes.length} bytes)`);
  return [...files.slice(0, room), ...rest, listOf("files.txt", left)];
}

/** The addresses that a message names, of those that its mail did. */
export function named(mailboxes: readonly Mailbox[]): string[] {
  return mailboxes.slice(0, mostNamed).map(({ address }) => address);
}

/** Where a message does not name all to whom its mail was, a file does. */
export function everybodyIn({ to, cc }: Pick<Letter, "to" | "cc">): LetterFile[] {
  if (to.length <= mostNamed && cc.length <= mostNamed) return [];
  const lines = [
    ...to.map(({ address }) => `To: ${address}`),
    ...cc.map(({ address }) => `Cc: ${address}`),
  ];
  return [listOf("recipients.txt", lines)];
}

function listOf(name: string, lines: readonly string[]): LetterFile {
  return { name, type: "text/plain", bytes: Buffer.from(lines.join("\n").toWellFormed()) };
}
