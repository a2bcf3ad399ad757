import iconv from "iconv-lite";

/** Labels that tell nothing: what is ASCII needs none, and what is called so and is not has no label at all. */
const untold =
  /^(?:|(?:us-?)?ascii|ansi(?:_?x3\.4.*)?|iso-?646.*|iso-ir-6|x?-?unknown(?:-?8-?bit)?|unknown.*|default.*|none|null|undefined|binary|[78]-?bit|charset|auto|x-user-defined|hex|base64|iso|utf|text|plain)$/;

/** How labels are spelt in mails, and the encodings (by iconv-lite's names) that are meant. */
const spelt: [RegExp, string | ((number: string) => string)][] = [
  [/^(?:x-?)?(?:unicode-?1-?1-?)?utf[-_]?8(?!\d)/, "utf8"],
  [/^(?:x-?)?(?:unicode-?1-?1-?)?utf[-_]?7(?!\d)/, "utf7"],
  [/^utf[-_]?16[-_]?le|^unicodefeff/, "utf16le"],
  [/^utf[-_]?16[-_]?be|^unicodefffe/, "utf16be"],
  [/^(?:utf[-_]?16|ucs-?2|iso-10646-ucs-2|unicode)$/, "utf16"],
  // WHATWG: what is called Latin-1 is read as Windows' own, of which it is a part.
  [
    /^(?:x-)?(?:iso|is)?[-_]?8859[-_]?1(?!\d)|^(?:iso-?)?latin[-_]?1(?!\d)|^l1$|^iso-ir-100$/,
    "windows1252",
  ],
  [/^(?:x-)?(?:iso|is)?[-_]?8859[-_]?(\d{1,2})/, (number) => `iso8859${number}`],
  [/^(?:iso-?)?latin[-_]?(\d{1,2})/, (number) => `latin${number}`],
  [/^(?:x-)?(?:windows|win|cp|ms|microsoft)[-_]?(125\d|874)/, (number) => `windows${number}`],
  [/^(?:x-)?(?:cn-)?(?:gb|euc-?cn|chinese|cp936|ms936|windows-?936|csgb|csiso58gb)/, "gb18030"],
  [/^(?:x-)?(?:x-)?(?:cn-)?(?:big-?5|cp950|windows-?950|csbig5)/, "big5hkscs"],
  [
    /^(?:x-)?(?:cs)?(?:shift[-_]?jis|s-?jis|ms_?kanji|cp932|ms932|windows-?(?:932|31j))/,
    "shiftjis",
  ],
  [/^(?:x-)?(?:euc[-_]?jp|cp51932|cseucpkd)/, "eucjp"],
  [/^(?:cs)?(?:iso[-_]?2022[-_]?jp|cp5022\d|junet|jis$)/, "iso2022jp"],
  [/^(?:cs)?iso[-_]?2022[-_]?kr/, "iso2022kr"],
  [/^(?:x-)?(?:cs)?(?:euc[-_]?kr|ks[-_]?c|korean|uhc|cp949|windows-?949|ks_?x)/, "cp949"],
  [/^hz(?:-gb.*)?$/, "hz"],
  [/^(?:x-)?mac(?:intosh|[-_]?roman)?$/, "macroman"],
];

/** The encoding that a label of a mail means, however it is spelt; undefined where it tells none. */
export function encodingOf(label: string): string | undefined {
  const even = label
    .toLowerCase()
    .replace(/^.{0,100}charset\s*=/, "")
    .replace(/["'\s]|\*.*$/g, "")
    .slice(0, 60);
  if (untold.test(even)) return undefined;
  for (const [spelling, meant] of spelt) {
    const match = spelling.exec(even);
    if (match) return known(typeof meant === "string" ? meant : meant(match[1] ?? ""));
  }
  return known(even);
}

/** Those that iconv-lite does not read are read in charset.ts. */
const ownReading = ["iso2022jp", "iso2022kr", "hz"];

function known(encoding: string): string | undefined {
  return ownReading.includes(encoding) || iconv.encodingExists(encoding) ? encoding : undefined;
}

/** Encodings in which a letter of Chinese, Japanese or Korean takes several bytes. */
export function isMultibyte(encoding: string | undefined): boolean {
  return /^(?:gb18030|big5hkscs|shiftjis|eucjp|cp949)$/.test(encoding ?? "");
}

/** Encodings of languages that write most letters in ASCII. */
export function isWestern(encoding: string | undefined): boolean {
  return /^(?:windows125[028]|iso8859(?:1|15)|latin(?:1|9)|macroman|cp437|cp850|cp858)$/.test(
    encoding ?? "",
  );
}

/** The Windows encoding of which an ISO one is used as a part: bytes 80 to 9F are letters there, never controls. */
export const cousins: Record<string, string> = {
  iso88592: "windows1250",
  iso88594: "windows1257",
  iso88595: "windows1251",
  iso88596: "windows1256",
  iso88597: "windows1253",
  iso88598: "windows1255",
  iso88599: "windows1254",
  iso885911: "windows874",
  iso885913: "windows1257",
  iso885915: "windows1252",
  iso885916: "windows1250",
};
