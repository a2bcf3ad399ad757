import { readText } from "./charset.ts";
import { mendWords } from "./encoded-words.ts";
import { mendNames } from "./mend-names.ts";

export type Field = { name: string; value: string };

/** The fields of a head, and where the body behind it begins. */
export type Head = { fields: Field[]; body: number };

/** Bytes: what is longer is no head. */
const longestHead = 1_000_000;

/** In characters: longer fields name thousands of addresses. */
const longestField = 100_000;

type Line = { from: number; to: number; next: number };

const named = /^([!-9;-~]{1,200})[ \t]*:/;
/** What stands in the head of a mail, not in a letter. */
const known =
  /^(?:content-|x-|resent-|list-|received|mime-version|from|to|cc|bcc|subject|date|message-id|reply-to|return-path|sender|in-reply-to|references|delivered-to|dkim-|arc-|authentication-)/i;

/**
 * Reads the head of a mail or of a part of one, in whatever charset it is. It ends with a blank line or, where that was
 * forgotten, before the first line that is no field.
 */
export function readHead(mail: Buffer, from: number, to: number): Head {
  const lines: Line[] = [];
  let body = from;
  let isEnded = false;
  for (let line = lineAt(mail, from, to); line; line = lineAt(mail, line.next, to)) {
    body = line.next;
    isEnded = line.to === line.from;
    if (isEnded || line.to > from + longestHead) break;
    lines.push(line);
  }
  const end = endOf(mail, lines, isEnded);
  const kept = lines.slice(0, end);
  const charset = charsetIn(
    kept.map(({ from, to }) => mail.toString("latin1", from, to)).join("\n"),
  );
  const fields = fieldsOf(mail, kept).map((field) => fieldOf(field, charset));
  return { fields, body: lines[end]?.from ?? body };
}

function lineAt(mail: Buffer, from: number, limit: number): Line | undefined {
  if (from >= limit) return undefined;
  const found = mail.indexOf(0x0a, from);
  const end = found < 0 || found >= limit ? limit : found;
  let to = end;
  // Some put two carriage returns before it.
  while (to > from && mail[to - 1] === 0x0d) to -= 1;
  return { from, to, next: Math.min(end + 1, limit) };
}

/**
 * How many lines belong to the head. Where no blank line ends it, or one in it is no field, it goes as far as fields that
 * every mail has: what looks like a field behind them is text.
 */
function endOf(mail: Buffer, lines: readonly Line[], isEnded: boolean): number {
  const starts = lines.map(({ from, to }) =>
    mail.toString("latin1", from, Math.min(to, from + 202)),
  );
  const continues = (start: string) => /^[ \t]/.test(start);
  const isField = (start: string, index: number) =>
    named.test(start) || (index > 0 && continues(start));
  if (isEnded && starts.every(isField)) return lines.length;
  const last = starts.findLastIndex((start) => known.test(start) && named.test(start));
  const next = starts.findIndex((start, index) => index > last && !continues(start));
  return next < 0 ? lines.length : next;
}

/** The bytes of each field, those it continues on among them. */
function fieldsOf(mail: Buffer, lines: readonly Line[]): Buffer[] {
  const fields: Buffer[][] = [];
  for (const { from, to } of lines) {
    const line = mail.subarray(from, to);
    const continues = line[0] === 0x20 || line[0] === 0x09;
    const open = continues ? fields.at(-1) : undefined;
    if (open) open.push(line);
    else fields.push([line]);
  }
  return fields.map((parts) => Buffer.concat(parts));
}

/** A name is taken as it is, byte by byte: what only looks like one must not become one. */
function fieldOf(field: Buffer, charset: string): Field {
  const [whole = "", name = ""] = named.exec(field.toString("latin1", 0, 220)) ?? [];
  const value = readText(field.subarray(whole.length), charset).replace(/[\r\n\0]+/g, " ");
  const mended = mendWords(value.trim().slice(0, longestField));
  const isNaming = /^content-(?:type|disposition)$/i.test(name);
  return { name: name.toLowerCase(), value: isNaming ? mendNames(mended) : mended };
}

/** The charset that a Content-Type tells, however it is written. */
export function charsetIn(head: string): string {
  const told =
    /charset\*?\s{0,9}[=:]\s{0,9}(?:"([^"\n]{0,100})|'([^'\n]{0,100})|([^\s;"']{1,100}))/i;
  const [, quoted, single, plain] = told.exec(head) ?? [];
  return quoted ?? single ?? plain ?? "";
}
