import chardet from "chardet";
import iconv from "iconv-lite";

/** What Spanish, Portuguese, French, Italian, Catalan and German write beyond ASCII. */
const western = new Set(
  iconv.encode(
    "áéíóúüñçãõâêôàèìòùïëîûäöåßÁÉÍÓÚÜÑÇÃÕÂÊÔÀÈÌÒÙÏËÎÛÄÖÅ¿¡ºª°€‘’‚“”„–—…«»·•®©™´œŒ£§²½¼×\u00a0",
    "windows-1252",
  ),
);

/** As much of a text as tells its encoding. */
const sample = 20_000;
/** In hundredths: below it a guess is not believed alone. */
const sure = 40;
const least = 10;

/**
 * The text of bytes of which nobody tells the encoding, and which are not UTF-8. What only has single letters of our
 * languages among ASCII is Western: detectors take short texts of them for anything.
 */
export function guess(bytes: Buffer): string {
  if (isWesternText(bytes)) return iconv.decode(bytes, "windows-1252");
  const start = Math.max(bytes.findIndex((byte) => byte >= 0x80) - 1000, 0);
  const found = chardet
    .analyse(bytes.subarray(start, start + sample))
    .filter(({ name }) => !/^(?:UTF|ASCII|ISO-2022)/.test(name));
  const better = found.filter(({ confidence }) => confidence >= sure);
  const likely = found.filter(({ confidence }) => confidence >= least);
  return (
    firstPossible(better, bytes) ??
    eastern(bytes) ??
    firstPossible(likely, bytes) ??
    iconv.decode(bytes, "windows-1252")
  );
}

const latin = /^(?:ISO-8859-[129]|windows-125[02478])$/;

function firstPossible(found: { name: string }[], bytes: Buffer): string | undefined {
  for (const { name } of found) {
    const text = iconv.encodingExists(name) ? iconv.decode(bytes, name) : "\ufffd";
    const isOdd = text.includes("\ufffd") || (latin.test(name) && isMostlyForeign(text));
    if (!isOdd) return text;
  }
  return undefined;
}

/** By the letters that no text of the language is without; two bytes that are letters in all tell nothing else. */
const easterns: [string, RegExp][] = [
  ["big5hkscs", /^[\0-\x7f\u3000-\u303f\uff00-\uffef\ufe30-\ufe4f\u4e00-\u9fff]+$/],
  ["cp949", /^[\0-\x7f\u3000-\u303f\uff00-\uffef\uac00-\ud7a3]+$/],
  ["eucjp", /[\u3041-\u3093]/],
  ["shiftjis", /[\u3041-\u3093]/],
  ["gb18030", /^[\0-\x7f\u3000-\u303f\uff00-\uffef\u4e00-\u9fff“”‘’—…]+$/],
];

/** Chinese, Japanese or Korean of a few letters, where it reads as such. */
function eastern(bytes: Buffer): string | undefined {
  const written = bytes.toString("latin1");
  const pairs = (written.match(/[\x81-\xfe][\x40-\xfe]/g) ?? []).length;
  if (pairs < 2 || !isMostlyForeign(iconv.decode(bytes, "windows-1252"))) return undefined;
  // The second byte of Big5 may be ASCII, which it hardly ever is in the others.
  const isBig5 = /[\xa4-\xc6][\x40-\x7e]/.test(written);
  const order = easterns.filter(([encoding]) => isBig5 || encoding !== "big5hkscs");
  // Other alphabets stand where GB 2312 has its rare letters.
  const rare = (written.match(/[\xd8-\xf7][\xa1-\xfe]/g) ?? []).length;
  for (const [encoding, letters] of order) {
    const text = iconv.decode(bytes, encoding);
    const isRare = encoding === "gb18030" && rare > pairs / 2;
    if (!isRare && !text.includes("\ufffd") && letters.test(text)) return text;
  }
  return undefined;
}

/** Whether hardly a letter is ASCII, as in no language of the West. */
export function isMostlyForeign(text: string): boolean {
  const start = text.slice(0, 5000);
  const plain = start.match(/[a-z]/gi)?.length ?? 0;
  const beyond = start.match(/[^\0-\x7f]/g)?.length ?? 0;
  return beyond > 3 && beyond > 1.5 * plain;
}

function isWesternText(bytes: Buffer): boolean {
  let run = 0;
  for (const byte of bytes) {
    run = byte < 0x80 ? 0 : run + 1;
    if (run > 2 || (run > 0 && !western.has(byte))) return false;
  }
  return true;
}
