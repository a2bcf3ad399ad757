import { cut as cutText } from "@hilo/schema";
import { flatHtml } from "../../platform/flat-html.ts";
import { isAnsweringSubject, isForwardedSubject } from "./forwarded.ts";
import { allOf } from "./headers.ts";
import type { Letter } from "./letter.ts";
import type { LetterFile } from "./letter-file.ts";
import { plainText } from "./plain.ts";
import { splitQuoted } from "./quote.ts";
import { withoutMarks } from "./quote-marks.ts";

/** What a message document keeps of a mail's words, in characters; the whole is then added as a file. */
const longestText = 60_000;
const longestQuote = 60_000;
/** The same of its HTML, in bytes. */
const longestPage = 300_000;

export type Words = { text: string; quoted: string; html: string; rest: LetterFile[] };

/** The words of a mail: the new ones, those that it quotes, their HTML, and files of all where they are too many. */
export async function wordsOf(letter: Letter): Promise<Words> {
  const isHtml = letter.text.trim() === "" && letter.html !== "";
  const whole = isHtml ? await plainText(letter.html) : letter.text;
  const { text, quoted = "" } = splitQuoted(whole, circumstancesOf(letter));
  const html = await keptHtml(letter.html);
  const isLong = text.length > longestText || quoted.length > longestQuote;
  return {
    text: cut(text, longestText),
    quoted: cut(quoted, longestQuote),
    html,
    rest: [
      ...(isLong
        ? [fileOf("message.txt", "text/plain", withoutMarks(whole.split("\n")).join("\n"))]
        : []),
      ...(letter.html !== "" && html === ""
        ? [fileOf("message.html", "text/html", letter.html)]
        : []),
    ],
  };
}

/** Flat, since browsers, too, read what is nested deep in a time that grows with the square of its depth. */
async function keptHtml(html: string): Promise<string> {
  if (Buffer.byteLength(html) > longestPage) return "";
  const flat = await flatHtml(html);
  return Buffer.byteLength(flat) > longestPage ? "" : flat;
}

function circumstancesOf({ headers, subject }: Letter) {
  const parents = [...allOf(headers, "in-reply-to"), ...allOf(headers, "references")];
  return {
    answers: parents.some((parent) => parent.trim() !== "") || isAnsweringSubject(subject),
    forwards: isForwardedSubject(subject),
  };
}

/** Never in the middle of a character, which the database refuses. */
function cut(text: string, length: number): string {
  return text.length > length ? `${cutText(text, length)}…` : text;
}

function fileOf(name: string, type: string, text: string): LetterFile {
  return { name, type, bytes: Buffer.from(text) };
}
