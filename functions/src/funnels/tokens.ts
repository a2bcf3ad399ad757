import { byEar, plainWord } from "./fold-word.ts";

/** A piece of a text: a word as it sounds, or a class (`amount`, `link` …), and where it stands. */
export type Token = {
  sound: string;
  kind:
    | "word"
    | "amount"
    | "percent"
    | "number"
    | "code"
    | "time"
    | "link"
    | "media"
    | "face"
    | "stop"
    | "comma"
    | "question";
  start: number;
  end: number;
};

/** In this order: what is found first is not looked for again. */
const pieces: [kind: Token["kind"], pattern: string][] = [
  ["link", "(?:https?:\\/\\/|www\\.)\\S+|[\\w.+-]+@[\\w-]+\\.[\\w.]+"],
  ["media", "\\[[^\\]\\n]{2,60}\\]"],
  [
    "amount",
    "(?:r\\$|us\\$|u\\$s|s\\/\\.?|[$€£])\\s?\\d[\\d.,]*(?:\\s?(?:mil|k|m)\\b)?|\\d[\\d.,]*\\s?(?:€|lucas?\\b|mil\\b|pesos\\b|soles\\b|euros?\\b|reais\\b|d\\S?lares\\b|dollars?\\b|bucks\\b|usd\\b|clp\\b|mxn\\b|uf\\b|millones\\b|palos\\b|k\\b)|\\b\\d{1,3}(?:[.,]\\d{3})+\\b",
  ],
  ["percent", "\\d+(?:[.,]\\d+)?\\s?%"],
  ["time", "\\b\\d{1,2}(?::\\d{2}|\\s?(?:am|pm|hrs?|h|horas)\\b)"],
  [
    "code",
    "\\b(?=[\\p{L}\\d-]*\\d)(?=[\\p{L}\\d-]*[\\p{L}-])[\\p{L}\\d]+(?:-[\\p{L}\\d]+)*\\b|\\b\\d{5,}\\b",
  ],
  ["number", "\\b\\d+(?:[.,]\\d+)?\\b"],
  ["word", "[\\p{L}\\p{M}]+(?:['’´`][\\p{L}]+)*"],
  ["face", "\\p{Extended_Pictographic}|[:;]-?[)(dp]"],
  ["question", "[?\u00bf]"],
  ["comma", ","],
  ["stop", "[.!\u00a1;:\\n()…]"],
];
const pattern = new RegExp(
  pieces.map(([kind, source]) => `(?<${kind}>${source})`).join("|"),
  "giu",
);

/** How many characters of a message are read; what stands behind them rarely changes what it wants. */
const readUpTo = 4000;

/** The pieces of a text, its short spellings written out. */
export function tokensOf(text: string, spellings: ReadonlyMap<string, readonly string[]>): Token[] {
  const tokens: Token[] = [];
  for (const found of text.slice(0, readUpTo).matchAll(pattern)) {
    const [piece] = found;
    const at = { start: found.index, end: found.index + piece.length };
    const kind = kindOf(found.groups ?? {});
    if (kind !== "word") {
      tokens.push({ sound: "", kind, ...at });
      continue;
    }
    const plain = laugh.test(piece) ? "jaja" : plainWord(piece);
    for (const word of spellings.get(plain) ?? [plain])
      tokens.push({ sound: byEar(word), kind, ...at });
  }
  return tokens;
}

/** All ways to laugh are one word. */
const laugh =
  /^(?:a?(?:j+[aeiou]+){2,}j*|a?(?:ha){2,}h?|(?:he){2,}|k{3,}|(?:rs){2,}s?|lmao|xd+)$/iu;

function kindOf(groups: Readonly<Record<string, string | undefined>>): Token["kind"] {
  return pieces.find(([kind]) => groups[kind] !== undefined)?.[0] ?? "stop";
}

/** Tells in its text that something was said, or drawn, that a text cannot hold: "(audio 0:48)". */
const voice =
  /^\s*\((?:audio|transcripci[oó]n|nota de voz|voice note|transcript|[aá]udio)[^)]*\)\s*/iu;

/** The text of a message without the mark of a transcription; a mark alone becomes a file. */
export function spoken(text: string): string {
  const rest = text.replace(voice, "");
  return rest === "" && text !== "" ? "[audio]" : rest;
}
