import { readText } from "./charset.ts";
import { encodingOf } from "./charset-labels.ts";
import { unflowed } from "./flowed.ts";
import { charsetIn, type Field } from "./mend-head.ts";
import { type ContentType, parameterOf, withoutParameters } from "./mend-type.ts";
import { decodeTransfer, type Transfer, transferOf } from "./transfer.ts";

/** A part that is read as text, and one that is kept as a file. */
export type Mended = { fields: Field[]; body: Buffer };

/** A text part in UTF-8, whatever it was; a file that is only called text stays one. */
export function mendText(fields: readonly Field[], content: ContentType, body: Buffer): Mended {
  const bytes = decodeTransfer(body, transferIn(fields));
  if (isFile(bytes)) return asFile(fields, content, bytes);
  const read = readText(bytes, charsetOf(content, bytes)).replace(/\r\n?/g, "\n");
  const text = wordsOf(content, read);
  const parameters = withoutParameters(content.parameters, "charset|format|delsp");
  return written(
    fields,
    `${content.type}; charset=utf-8${parameters}`,
    Buffer.from(text.endsWith("\n") ? text : `${text}\n`),
  );
}

function wordsOf(content: ContentType, text: string): string {
  if (content.type === "text/html") return withTagsEnded(text);
  const isFlowed = content.type === "text/plain" && /^flowed/i.test(parameterOf(content, "format"));
  return isFlowed ? unflowed(text, /^yes/i.test(parameterOf(content, "delsp"))) : text;
}

/** What begins as a tag and never ends is none: readers would leave out its words, or search for its end again and again. */
function withTagsEnded(html: string): string {
  const end = html.lastIndexOf(">") + 1;
  return html.slice(0, end) + html.slice(end).replace(/<(?=[a-z/])/gi, "&lt;");
}

/** The one that changes something, where two are told. */
function transferIn(fields: readonly Field[]): Transfer {
  const told = fields.filter(({ name }) => name === "content-transfer-encoding");
  return told.map(({ value }) => transferOf(value)).find((one) => one !== "") ?? "";
}

/** What the head tells or, of HTML, the page itself. */
function charsetOf({ type, parameters }: ContentType, bytes: Buffer): string {
  const told = charsetIn(parameters);
  if (type !== "text/html" || encodingOf(told)) return told;
  const tag = /<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w-]{1,60})/i;
  return tag.exec(bytes.toString("latin1", 0, 5000))?.[1] ?? told;
}

const magic = ["%PDF-", "PK\u0003\u0004", "{\\rtf"];

/** Whether bytes are no text: they begin as a file does, or hold zeros but are not UTF-16. */
function isFile(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 1000);
  if (magic.some((one) => start.toString("latin1", 0, 8).startsWith(one))) return true;
  return readText(start).split("\0").length > 3;
}

function asFile(fields: readonly Field[], { parameters }: ContentType, bytes: Buffer): Mended {
  const others = fields.filter(({ name }) => name !== "content-disposition");
  const disposition = fields.find(({ name }) => name === "content-disposition")?.value ?? "";
  const name = /;.*$/.exec(disposition)?.[0] ?? "";
  return written(
    [...others, { name: "content-disposition", value: `attachment${name}` }],
    `application/octet-stream${withoutParameters(parameters, "charset|format|delsp")}`,
    bytes,
  );
}

/** In base64, which nothing around it can break. */
function written(fields: readonly Field[], type: string, bytes: Buffer): Mended {
  return {
    fields: [
      ...fields.filter(({ name }) => !/^content-(?:type|transfer-encoding)$/.test(name)),
      { name: "content-type", value: type },
      { name: "content-transfer-encoding", value: "base64" },
    ],
    body: Buffer.from(bytes.toString("base64")),
  };
}
