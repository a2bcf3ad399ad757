import { readText } from "./charset.ts";

/** `filename*=us-ascii''ni%C3%B1o.png`, or in pieces: `filename*0*=…; filename*1=…` (RFC 2231). */
const piece = /;\s{0,99}(file)?name\*(\d{0,3})(\*?)\s{0,9}=\s{0,9}("[^"]{0,999}"|[^;\s]{0,999})/gi;

type Piece = { order: number; isEncoded: boolean; value: string };

/** A Content-Type or Content-Disposition whose file name says UTF-8 and is that. */
export function mendNames(field: string): string {
  const found = { file: [] as Piece[], plain: [] as Piece[] };
  const rest = field.replace(piece, (_, file = "", number = "", star = "", value = "") => {
    const order = Number(number);
    const isEncoded = star === "*" || number === "";
    found[file ? "file" : "plain"].push({ order, isEncoded, value: value.replace(/^"|"$/g, "") });
    return "";
  });
  return `${rest}${written("filename", found.file)}${written("name", found.plain)}`;
}

function written(name: string, pieces: Piece[]): string {
  if (pieces.length === 0) return "";
  const sorted = pieces.toSorted((a, b) => a.order - b.order);
  const told = /^([^']{0,60})'[^']{0,60}'/.exec(sorted[0]?.value ?? "");
  const bytes = sorted.map(({ isEncoded, value }, index) => {
    const own = index === 0 && told ? value.slice(told[0].length) : value;
    return isEncoded ? fromPercents(own) : Buffer.from(own);
  });
  const text = readText(Buffer.concat(bytes), told?.[1]).toWellFormed();
  return `; ${name}*=utf-8''${encodeURIComponent(text).replace(/['()*]/g, escaped)}`;
}

function fromPercents(value: string): Buffer {
  const bytes = Buffer.from(value).toString("latin1");
  const raw = bytes.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(raw, "latin1");
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}
