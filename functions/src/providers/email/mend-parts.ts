/** A line that begins with two dashes: it may stand between the parts of a mail. */
export type Dashes = { text: string; from: number; next: number };

/** Where a part of a mail stands. */
export type Place = { from: number; to: number };

const longest = 300;
/** More than anybody sends. */
const mostParts = 1000;

/** Every line of a mail that may stand between parts, in their order. */
export function dashesIn(mail: Buffer): Dashes[] {
  const found: Dashes[] = [];
  for (let from = mail.indexOf("--"); from >= 0; from = mail.indexOf("--", from)) {
    const begins = from === 0 || mail[from - 1] === 0x0a;
    const end = begins ? mail.indexOf(0x0a, from) : from + 1;
    const to = end < 0 ? mail.length : end;
    const next = Math.min(to + 1, mail.length);
    if (begins && to - from < longest)
      found.push({ text: mail.toString("utf8", from, to).trimEnd(), from, next });
    from = next;
  }
  return found;
}

/** Those of them that stand in a part. */
export function dashesWithin(dashes: readonly Dashes[], { from, to }: Place): Dashes[] {
  return dashes.slice(firstFrom(dashes, from), firstFrom(dashes, to));
}

function firstFrom(dashes: readonly Dashes[], at: number): number {
  let [low, high] = [0, dashes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dashes[middle]?.from ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The parts between lines of this boundary; undefined where there is no such line. */
export function partsBetween(
  dashes: readonly Dashes[],
  boundary: string,
  { to }: Place,
): Place[] | undefined {
  const [opens, closes] = [`--${boundary}`, `--${boundary}--`];
  const lines = dashes.filter(({ text }) => text === opens || text === closes).slice(0, mostParts);
  // Some close too early and go on.
  const last = lines.findLastIndex(({ text }) => text === opens);
  if (boundary === "" || last < 0) return undefined;
  return lines.slice(0, last + 1).flatMap(({ text, next }, index) => {
    const end = lines[index + 1]?.from ?? to;
    return text === opens ? [{ from: Math.min(next, end), to: end }] : [];
  });
}

function startOf(mail: Buffer, at: number): string {
  return mail.toString("latin1", at, at + 60);
}

const headed = /^content-(?:type|transfer-encoding|disposition|id|description)[ \t]*:/i;

/** The boundary that really stands in a body, known by the heads of the parts behind it. */
export function boundaryIn(mail: Buffer, dashes: readonly Dashes[]): string | undefined {
  const found = dashes
    .slice(0, 1000)
    .find(({ text, next }) => text.length > 2 && headed.test(startOf(mail, next)));
  return found?.text.slice(2);
}

/** A part that stands before the first line of the boundary, where that over it is another. */
export function partBefore(mail: Buffer, dashes: readonly Dashes[], first: Place): Place[] {
  const before = dashes.filter(({ next }) => next <= first.from).slice(0, 100);
  const to = before.at(-1)?.from ?? 0;
  const lost = before.find(({ next }) => next < to && headed.test(startOf(mail, next)));
  return lost ? [{ from: lost.next, to }] : [];
}

/** Whether a body begins with a part, so that it is made of parts though nobody told. */
export function beginsWithPart(mail: Buffer, dashes: readonly Dashes[], { from }: Place): boolean {
  const [first] = dashes;
  if (!first || boundaryIn(mail, dashes.slice(0, 1)) === undefined) return false;
  return mail.toString("latin1", from, Math.min(first.from, from + longest)).trim() === "";
}
