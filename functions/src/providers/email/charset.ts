import { isAscii, isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { guess, isMostlyForeign } from "./charset-guess.ts";
import { cousins, encodingOf, isMultibyte, isWestern } from "./charset-labels.ts";
import { fromHz, fromIso2022Kr } from "./charset-shifted.ts";

/**
 * The text of some bytes of a mail. Its bytes tell more than its label: what is UTF-8 is read so whatever it is called,
 * and a label is believed only where the bytes are possible in it. Never throws.
 */
export function readText(given: Uint8Array, label = ""): string {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const told = encodingOf(label);
  const unicode = wideOf(bytes, told);
  if (unicode) return iconv.decode(bytes, unicode);
  if (isAscii(bytes)) return readAscii(bytes, told);
  return readUtf8(bytes, told) ?? asTold(bytes, told) ?? guess(bytes);
}

/** Which UTF-16 or UTF-32 the bytes are, by their mark or because every other byte is none. */
function wideOf(bytes: Buffer, told: string | undefined): string | undefined {
  const marked = marks.find(([mark]) => bytes.subarray(0, mark.length).equals(mark));
  if (marked) return marked[1];
  const start = bytes.subarray(0, 2000);
  const zeros = (side: number) => start.filter((byte, at) => byte === 0 && at % 2 === side).length;
  const [even, odd, most] = [zeros(0), zeros(1), start.length / 2];
  if (even + odd < 3) return undefined;
  if (odd > most * 0.3 && even < most * 0.05) return "utf16le";
  if (even > most * 0.3 && odd < most * 0.05) return "utf16be";
  return told && /^utf(?:16|32)/.test(told) ? told : undefined;
}

const marks: [Buffer, string][] = [
  [Buffer.from([0xff, 0xfe, 0, 0]), "utf32le"],
  [Buffer.from([0xff, 0xfe]), "utf16le"],
  [Buffer.from([0xfe, 0xff]), "utf16be"],
];

/** The escapes of ISO-2022-JP and its kin, and of ISO-2022-KR (RFC 1468, RFC 1557). */
const escapes = "\u001b";
const japanese = ["$@", "$B", "$(D", "(J", "(I"].map((one) => escapes + one);
const korean = `${escapes}$)C`;

function readAscii(bytes: Buffer, told: string | undefined): string {
  const text = bytes.toString("latin1");
  if (told === "utf7") return iconv.decode(bytes, "utf7");
  if (told === "hz") return fromHz(bytes);
  if (!text.includes(escapes)) return text;
  if (text.includes(korean)) return fromIso2022Kr(bytes);
  return japanese.some((one) => text.includes(one))
    ? new TextDecoder("iso-2022-jp").decode(bytes)
    : text;
}

/** As UTF-8, if it is that; bytes that are not among many that are come from another hand, such as a list's footer. */
function readUtf8(bytes: Buffer, told: string | undefined): string | undefined {
  if (isUtf8(bytes)) {
    const text = bytes.toString("utf8").replace(/^\ufeff/, "");
    return isMultibyte(told) && !isSurely(text) ? undefined : text;
  }
  if (isMultibyte(told)) return undefined;
  const lossy = bytes.toString("utf8");
  let [broken, whole] = [0, 0];
  for (const character of lossy) {
    if (character === "\ufffd") broken += 1;
    else if (character > "\x7f") whole += 1;
  }
  if (whole < 2 * broken) return undefined;
  return bytes.length > longestMixed ? lossy : mixed(bytes);
}

/** Longer ones are not worth the time: bytes that are no UTF-8 are then shown as such. */
const longestMixed = 1_000_000;

/** Two or three letters may be UTF-8 by chance in an encoding where each takes two bytes, but not in these ways. */
function isSurely(text: string): boolean {
  const beyond = text.match(/[^\0-\x7f]/gu) ?? [];
  return (
    beyond.length > 3 ||
    beyond.some((one) => one >= "\u0800") ||
    beyond.every((one) => one <= "\u017f")
  );
}

const sequence =
  /(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\0-\x7f])+|[\x80-\xff]/g;

function mixed(bytes: Buffer): string {
  const pieces = bytes.toString("latin1").match(sequence) ?? [];
  return pieces
    .map((piece) => {
      const part = Buffer.from(piece, "latin1");
      return piece.length > 1 || piece < "\x80"
        ? part.toString("utf8")
        : iconv.decode(part, "windows-1252");
    })
    .join("");
}

/** In the encoding told, if the bytes are possible in it and the outcome in its languages. */
function asTold(bytes: Buffer, told: string | undefined): string | undefined {
  if (!told || /^(?:utf|hz|iso2022)/.test(told)) return undefined;
  const controls = bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
  const text = iconv.decode(bytes, (controls && cousins[told]) || told);
  if (text.includes("\ufffd")) return undefined;
  return isWestern(told) && isMostlyForeign(text) ? undefined : text;
}
