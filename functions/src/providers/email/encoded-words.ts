import { readText } from "./charset.ts";

const word = /=\?([^?\s]{1,60})\?([QqBb])\?((?:[^?]|\?(?!=)){0,1000})\?=/g;
/** Longer fields are kept as they are: they name thousands of addresses. */
const longest = 100_000;

type Run = { charset: string; bytes: Buffer[]; from: number; to: number };

/**
 * A header field whose encoded words (RFC 2047) are honest: each says UTF-8 and is that, whatever charset was told and
 * however it was spelt. They stay encoded, since what is in a word never counts as an address or a list.
 */
export function mendWords(field: string): string {
  if (!field.includes("=?") || field.length > longest) return field;
  let mended = "";
  let at = 0;
  for (const { charset, bytes, from, to } of runsIn(field)) {
    const between = field.slice(at, from);
    const text = readText(Buffer.concat(bytes), charset);
    mended += `${between}=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
    at = to;
  }
  return mended + field.slice(at);
}

/** Words of one charset with nothing but blanks between them are one: letters are broken over them. */
function runsIn(field: string): Run[] {
  const runs: Run[] = [];
  for (const match of field.matchAll(word)) {
    const [whole, label = "", encoding = "", written = ""] = match;
    const charset = label.toLowerCase();
    const to = match.index + whole.length;
    const last = runs.at(-1);
    const bytes = bytesOf(encoding, written);
    if (last?.charset === charset && field.slice(last.to, match.index).trim() === "") {
      last.bytes.push(bytes);
      last.to = to;
    } else {
      runs.push({ charset, bytes: [bytes], from: match.index, to });
    }
  }
  return runs;
}

function bytesOf(encoding: string, written: string): Buffer {
  if (/b/i.test(encoding)) return Buffer.from(written, "base64");
  const spaced = Buffer.from(written.replace(/_/g, " ")).toString("latin1");
  const raw = spaced.replace(/=\s*([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(raw, "latin1");
}
