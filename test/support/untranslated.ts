/** What each language calls the same: products and providers, units, keys, currencies, and parts of addresses. */
const everywhere =
  /^(Hilo|WhatsApp|Messenger|Instagram|Facebook|Telegram|Twilio|Meta|Kapso|SMS|Español|English|min|Ctrl|Esc|Shift|Enter|Alt|PNG|JPG|PDF|JSON|MP\d|kB|UTC|CLP|https?)$/u;

/** What is no word: addresses, codes to copy, the ending of a file whose name was translated. */
const noWords = /https?:\/\/\S+|\S+@\S+\.\S+|[\w-]+[._/][\w./-]+|(?<=\s)\.(?:jpg|ogg|txt|webp)\b/gu;

/** Words of one language that stand in a text outside what was translated and outside what `known` tells of. */
export function untranslatedIn(text: string, known: (word: string) => boolean): string[] {
  let rest = text;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/gu, " ");
  }
  const words = rest.replace(noWords, " ").match(/[\p{Script=Latin}]{3,}/gu) ?? [];
  const found = words.filter((word) => !everywhere.test(word) && !known(word.toLocaleLowerCase()));
  const shown = text.trim().replace(/\s+/gu, " ").slice(0, 90);
  return found.length > 0 ? [`not translated: ${found.slice(0, 4).join(" ")} (${shown})`] : [];
}

const moments = Array.from({ length: 366 }, (_, i) => new Date(2026, 0, 1 + i));
const shapes: Intl.DateTimeFormatOptions[] = [
  { dateStyle: "full" },
  { month: "short", day: "numeric" },
  { month: "long", year: "numeric" },
  { month: "short", year: "numeric" },
  { weekday: "short" },
  { weekday: "long" },
];

/** The words of times, places and languages that a browser has for a locale by itself. */
export function browsersOwn(locale: string): (word: string) => boolean {
  const dates = shapes.flatMap((shape) => {
    const format = new Intl.DateTimeFormat(locale, shape);
    return moments.map((one) => format.format(one));
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const near = [-2, -1, 0, 1, 2].map((days) => relative.format(days, "day"));
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  const regions = new Intl.DisplayNames(locale, { type: "region" });
  const tongues = new Intl.DisplayNames(locale, { type: "language" });
  const names = codes.flatMap((code) => [
    regions.of(code) ?? "",
    tongues.of(code.toLowerCase()) ?? "",
  ]);
  const words = [...dates, ...near, ...names, tongues.of("pt-BR")].join(" ").toLocaleLowerCase();
  const own = new Set(words.match(/\p{L}{3,}/gu));
  return (word) => own.has(word);
}
