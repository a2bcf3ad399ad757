import { mendFile } from "./mend-file.ts";
import { type Field, readHead } from "./mend-head.ts";
import {
  beginsWithPart,
  boundaryIn,
  type Dashes,
  dashesIn,
  dashesWithin,
  type Place,
  partBefore,
  partsBetween,
} from "./mend-parts.ts";
import { mendText } from "./mend-text.ts";
import {
  boundaryOf,
  type ContentType,
  parameterOf,
  typesOf,
  withoutParameters,
} from "./mend-type.ts";

/** As deep as parts stand in parts; what is deeper stays as it came. */
const deepest = 100;

/** So many parts are looked into: more than anybody sends. */
const mostParts = 5000;

type Mending = { mail: Buffer; dashes: Dashes[]; out: Buffer[]; parts: number };

/**
 * A mail as the standards want it, made of one as it came: heads and texts in UTF-8, whatever charset they were in and
 * whatever was told of it; a boundary that is the one between the parts; one Content-Type. Files stay as they are.
 * Never throws.
 */
export function mendMail(raw: Uint8Array): Buffer {
  const mail = withLines(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  const mending: Mending = { mail, dashes: dashesIn(mail), out: [], parts: 0 };
  mendPart(mending, { from: headOf(mail), to: mail.length }, "", 0);
  return Buffer.concat(mending.out);
}

/** Where carriage returns alone end the lines, they become what others end them with. */
function withLines(mail: Buffer): Buffer {
  if (mail.includes(0x0a) || !mail.includes(0x0d)) return mail;
  return Buffer.from(mail.map((byte) => (byte === 0x0d ? 0x0a : byte)));
}

/** Behind blank lines, and the line with which mailboxes begin a mail. */
function headOf(mail: Buffer): number {
  const start = mail.toString("latin1", 0, 1000);
  return /^(?:[ \t]*\r?\n)*(?:>?From [^\n]*\n)?/.exec(start)?.[0].length ?? 0;
}

function mendPart(mending: Mending, place: Place, within: string, depth: number): void {
  const { mail, out } = mending;
  mending.parts += 1;
  if (depth > deepest || mending.parts > mostParts) {
    out.push(mail.subarray(place.from, place.to));
    return;
  }
  const { fields, body } = readHead(mail, place.from, place.to);
  const inside = { from: body, to: place.to };
  const parts = partsOf(mending, typesOf(fields), inside);
  if (parts) {
    mendParts(mending, fields, parts, depth);
    return;
  }
  mendLeaf(mending, fields, inside, within);
}

function mendLeaf(
  { mail, out }: Mending,
  fields: readonly Field[],
  inside: Place,
  within: string,
): void {
  const content = contentOf(fields, within, mail.subarray(inside.from, inside.to));
  const isText = /^text\/(?:plain|html|calendar)$/.test(content.type) && !isAttached(fields);
  const mended = isText
    ? mendText(fields, content, mail.subarray(inside.from, endOf(mail, inside)))
    : mendFile(fields, content, mail.subarray(inside.from, inside.to));
  writeHead(out, mended.fields);
  out.push(mended.body);
}

type Parts = ContentType & { places: Place[] };

/** The parts a body is made of, by the boundary told or by that which is there. */
function partsOf(
  { mail, dashes }: Mending,
  types: readonly ContentType[],
  inside: Place,
): Parts | undefined {
  const multipart = types.filter(({ type }) => type.startsWith("multipart/"));
  const lines = dashesWithin(dashes, inside);
  for (const content of multipart) {
    const boundary = boundaryOf(content);
    const places = partsBetween(lines, boundary, inside);
    if (places?.[0])
      return { ...content, places: [...partBefore(mail, lines, places[0]), ...places] };
  }
  const isUntold = types.every(({ type }) => type === "" || type === "text/");
  if (multipart.length === 0 && !(isUntold && beginsWithPart(mail, lines, inside)))
    return undefined;
  const boundary = boundaryIn(mail, lines) ?? "";
  const places = partsBetween(lines, boundary, inside);
  const { type, parameters } = multipart[0] ?? { type: "", parameters: "" };
  return places && { type: type || kindOf(mail, places), parameters, places };
}

/** Nobody told what the parts are to each other: a text and its HTML are the same twice. */
function kindOf(mail: Buffer, places: readonly Place[]): string {
  const types = places.map(
    ({ from, to }) => typesOf(readHead(mail, from, to).fields)[0]?.type ?? "",
  );
  const isTwice = types.length === 2 && types[0] === "text/plain" && types[1] === "text/html";
  return isTwice ? "multipart/alternative" : "multipart/mixed";
}

function mendParts(
  mending: Mending,
  fields: readonly Field[],
  { type, parameters, places }: Parts,
  depth: number,
): void {
  const { mail, out } = mending;
  const mark = `hilo-${depth}-${places[0]?.from ?? 0}`;
  const value = `${type}; boundary="${mark}"${withoutParameters(parameters, "boundary")}`;
  const others = fields.filter(({ name }) => !/^content-(?:type|transfer-encoding)$/.test(name));
  writeHead(out, [...others, { name: "content-type", value }]);
  for (const place of places) {
    out.push(Buffer.from(`--${mark}\r\n`));
    mendPart(mending, { from: place.from, to: endOf(mail, place) }, type, depth + 1);
    out.push(Buffer.from("\r\n"));
  }
  out.push(Buffer.from(`--${mark}--\r\n`));
}

/** The line's end before a boundary belongs to the boundary (RFC 2046, 5.1.1). */
function endOf(mail: Buffer, { from, to }: Place): number {
  const end = to > from && mail[to - 1] === 0x0a ? to - 1 : to;
  return end > from && end < to && mail[end - 1] === 0x0d ? end - 1 : end;
}

/** What a part is that is not made of parts; text where nothing tells, so that it is seen. */
function contentOf(fields: readonly Field[], within: string, body: Buffer): ContentType {
  const told = typesOf(fields);
  const one = told.find(({ type }) => /^(?!multipart\/)[^/]+\/./.test(type));
  if (one) return isReadable(one) && !isAttached(fields) ? { ...one, type: "text/plain" } : one;
  if (told.length === 0 && within === "multipart/digest")
    return { type: "message/rfc822", parameters: "" };
  const parameters = told[0]?.parameters ?? "";
  if (told.length > 0 && isAttached(fields))
    return { type: "application/octet-stream", parameters };
  const isPage = /^\s*<(?:!doctype html|html|head|body|div|p|table)\b/i.test(
    body.toString("latin1", 0, 500),
  );
  return { type: isPage ? "text/html" : "text/plain", parameters };
}

/** Texts that read as they are, unless they are somebody's file. */
function isReadable(content: ContentType): boolean {
  return (
    /^text\/(?:x-)?(?:markdown|enriched)$/.test(content.type) && parameterOf(content, "name") === ""
  );
}

function isAttached(fields: readonly Field[]): boolean {
  const disposition = fields.find(({ name }) => name === "content-disposition")?.value ?? "";
  return /^\W*attachment/i.test(disposition);
}

function writeHead(out: Buffer[], fields: readonly Field[]): void {
  const lines = fields
    .filter(({ name }) => name !== "")
    .map(({ name, value }) => `${name}: ${value}\r\n`);
  out.push(Buffer.from(`${lines.join("")}\r\n`));
}
