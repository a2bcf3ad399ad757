/** Tab, line feed, form feed, return; the end of files of old; and what changes the charset in Japan and Korea. */
const inTexts = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x1b]);

/** Whether there is a character that no text holds. */
function isBinary(codes: Iterable<number>): boolean {
  for (const code of codes) if (code < 0x20 && !inTexts.has(code)) return true;
  return false;
}

/** How far it is looked whether something is text in UTF-16 that does not say so. */
const looked = 4096;

/** The text of bytes that are one, in whatever charset; undefined for all others. */
export function textOf(bytes: Buffer): string | undefined {
  const wide = wideCharset(bytes);
  if (wide) return widely(bytes, wide);
  return isBinary(bytes) ? undefined : new TextDecoder("utf-8").decode(bytes);
}

/** UTF-16 by its mark, or since every other byte of it is nought as in no other text. */
function wideCharset(bytes: Buffer): "utf-16le" | "utf-16be" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const start = bytes.subarray(0, looked);
  if (start.length < 8 || start.length % 2 === 1) return undefined;
  const noughts = [0, 0];
  for (const [at, byte] of start.entries())
    if (byte === 0) noughts[at % 2] = (noughts[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = noughts;
  const most = start.length * 0.4;
  if (odd > most && even === 0) return "utf-16le";
  return even > most && odd === 0 ? "utf-16be" : undefined;
}

function widely(bytes: Buffer, charset: string): string | undefined {
  const text = new TextDecoder(charset).decode(bytes);
  return isBinary(codesOf(text)) || text.slice(0, looked).includes("\uFFFD") ? undefined : text;
}

function* codesOf(text: string): Generator<number> {
  for (let at = 0; at < text.length; at += 1) yield text.charCodeAt(at);
}
