import { ByteReader } from "./byte-reader.ts";
import { readText } from "./charset.ts";
import type { LetterFile } from "./letter-file.ts";
import { type Properties, readProperties } from "./mapi.ts";

/**
 * What a `winmail.dat` holds. `whole`: there are files, and all of it was read; `wordless`: its text is in a form that
 * is not read here.
 */
export type Enclosed = {
  text: string;
  html: string;
  files: LetterFile[];
  whole: boolean;
  wordless: boolean;
};

/** Attributes (MS-OXTNEF, 2.1.3.2). */
const attribute = {
  codepage: 0x00069007,
  messageProperties: 0x00069003,
  file: 0x00069002,
  fileName: 0x00018010,
  fileBytes: 0x0006800f,
  fileProperties: 0x00069005,
};
/** Properties (MS-OXPROPS). */
const property = {
  body: 0x1000,
  compressedRtf: 0x1009,
  html: 0x1013,
  codepage: 0x3fde,
  object: 0x3701,
  shortName: 0x3704,
  name: 0x3707,
  type: 0x370e,
  contentId: 0x3712,
  displayName: 0x3001,
};

/** Mails in mails beyond reason, and more files than anybody attaches. */
const deepest = 5;
const mostFiles = 200;

const signature = Buffer.from("789f3e22", "hex");

/** Whether this is Outlook's own form of a mail, whatever it is called. */
export function isTnef(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, signature.length)).equals(signature);
}

type Part = { name: string; bytes: Buffer | undefined; properties: Properties | undefined };
type Read = { charset: string; message: Properties | undefined; parts: Part[]; broken: boolean };

/** Opens Outlook's own form of a mail. What breaks off gives what stands before. */
export function openTnef(bytes: Uint8Array, depth = 0): Enclosed {
  const read: Read = { charset: "windows-1252", message: undefined, parts: [], broken: false };
  if (!reads(() => readAttributes(new ByteReader(bytes), read))) read.broken = true;
  const { message, charset, parts } = read;
  const words = {
    text: textOf(message, property.body, charset),
    html: textOf(message, property.html, htmlCharset(message) ?? charset),
  };
  const all = parts.slice(0, mostFiles).flatMap((part) => filesOf(part, charset, depth));
  const isAll = parts.length <= mostFiles && all.length <= mostFiles;
  const files = all.slice(0, mostFiles);
  const whole = !read.broken && isAll && files.length > 0;
  const wordless = words.text + words.html === "" && message?.has(property.compressedRtf) === true;
  return { ...words, files, whole, wordless };
}

function readAttributes(reader: ByteReader, read: Read): void {
  reader.take(6);
  while (reader.left > 0) {
    reader.byte();
    const id = reader.long();
    const value = reader.take(reader.long());
    reader.short();
    if (!reads(() => take(read, id, value))) read.broken = true;
  }
}

/** What breaks off within one attribute keeps nobody from the next. */
function reads(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function take(read: Read, id: number, value: Buffer): void {
  if (id === attribute.file) read.parts.push({ name: "", bytes: undefined, properties: undefined });
  const part = read.parts.at(-1);
  if (id === attribute.codepage) read.charset = charsetOf(value.readUInt32LE());
  if (id === attribute.messageProperties) read.message = readProperties(value);
  if (id === attribute.fileName && part) part.name = string(value, read.charset);
  if (id === attribute.fileBytes && part) part.bytes = value;
  if (id === attribute.fileProperties && part) part.properties = readProperties(value);
}

/** A mail in the mail gives its own files, and its text as one. */
function filesOf(part: Part, charset: string, depth: number): LetterFile[] {
  const told = (id: number) => textOf(part.properties, id, charset);
  const object = part.properties?.get(property.object);
  // The first 16 bytes of an object name what it is.
  const bytes = part.bytes ?? (object?.type === 13 ? object.value.subarray(16) : object?.value);
  if (!bytes) return [];
  const name = told(property.name) || part.name || told(property.shortName);
  if (isTnef(bytes) && depth < deepest) return mailIn(bytes, told(property.displayName), depth);
  const contentId = told(property.contentId);
  const type = told(property.type) || "application/octet-stream";
  return [{ name, type, bytes: Buffer.from(bytes), ...(contentId ? { contentId } : {}) }];
}

function mailIn(bytes: Buffer, subject: string, depth: number): LetterFile[] {
  const { text, html, files, whole, wordless } = openTnef(bytes, depth + 1);
  const name = subject || "mail";
  const kept = { name: `${name}.dat`, type: "application/ms-tnef", bytes: Buffer.from(bytes) };
  const words = text
    ? [{ name: `${name}.txt`, type: "text/plain", bytes: Buffer.from(text) }]
    : html
      ? [{ name: `${name}.html`, type: "text/html", bytes: Buffer.from(html) }]
      : [];
  const all = words.length > 0 ? whole || files.length === 0 : whole && !wordless;
  return [...words, ...files, ...(all ? [] : [kept])];
}

function textOf(properties: Properties | undefined, id: number, charset: string): string {
  const found = properties?.get(id);
  if (!found) return "";
  return string(found.value, found.type === 31 ? "utf-16le" : charset);
}

function string(bytes: Buffer, charset: string): string {
  const [text = ""] = readText(bytes, charset).split("\0", 1);
  return text;
}

const codepages: Readonly<Record<number, string>> = {
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  20127: "utf-8",
  28591: "iso-8859-1",
  65001: "utf-8",
};

function htmlCharset(message: Properties | undefined): string | undefined {
  const codepage = message?.get(property.codepage)?.value;
  return codepage && charsetOf(codepage.readUInt32LE());
}

function charsetOf(codepage: number): string {
  return codepages[codepage] ?? `windows-${codepage}`;
}
