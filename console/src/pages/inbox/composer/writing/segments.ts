/** How an SMS is counted: its alphabet, the parts it takes, and what is left in the last one. */
export type Segments = { encoding: "gsm7" | "ucs2"; units: number; parts: number; left: number };

/** GSM 03.38 basic alphabet: one septet each. */
const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Its extension: an escape and a character, two septets that may not be torn apart. */
const extension = new Set("\f^{}\\[~]|€");

/** The SMS parts of a text: 160 or 153 septets in GSM-7, 70 or 67 code units in UCS-2. */
export function segmentsOf(text: string): Segments {
  const characters = [...text];
  const gsm7 = characters.every((one) => basic.has(one) || extension.has(one));
  return gsm7
    ? count(
        "gsm7",
        characters.map((one) => (extension.has(one) ? 2 : 1)),
        160,
        153,
      )
    : count(
        "ucs2",
        characters.map((one) => one.length),
        70,
        67,
      );
}

function count(
  encoding: Segments["encoding"],
  sizes: readonly number[],
  single: number,
  several: number,
): Segments {
  const units = sizes.reduce((sum, size) => sum + size, 0);
  if (units <= single) return { encoding, units, parts: units === 0 ? 0 : 1, left: single - units };
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > several) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return { encoding, units, parts, left: several - used };
}
