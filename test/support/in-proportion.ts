import assert from "node:assert/strict";

/** What a stranger may write, of about so many characters, and what it is made of. */
export type Worst = { made: string; of: (size: number) => string };

/** A piece over and over. */
export function over(piece: string): Worst {
  return { made: JSON.stringify(piece), of: repeated(piece) };
}

/** The same between a beginning and an end, which a search for an end runs into. */
export function between(begin: string, piece: string, end: string): Worst {
  const made = [begin, piece, end].map((one) => JSON.stringify(one)).join(" … ");
  return { made, of: (size) => begin + repeated(piece)(size) + end };
}

/** One piece over and over, then another as long: what opens, then what does or does not close it. */
export function before(first: string, then: string): Worst {
  const made = `${JSON.stringify(first)} … ${JSON.stringify(then)} …`;
  return { made, of: (size) => repeated(first)(size / 2) + repeated(then)(size / 2) };
}

function repeated(piece: string): (size: number) => string {
  return (size) => piece.repeat(Math.ceil(size / piece.length));
}

const small = 100_000;
const large = 1_000_000;
/** Ten times as much takes ten times as long, and more on a machine that is full; by its square it takes a hundred. */
const most = 30;
/** Milliseconds of computing that are too few to be compared. */
const least = 15;
const tries = 3;

/** Milliseconds of computing; what throws has read what it was given, unless it ran out of room. */
async function taken(work: () => unknown): Promise<number> {
  const start = process.cpuUsage().user;
  try {
    await work();
  } catch (error) {
    if (error instanceof RangeError) throw error;
  }
  return (process.cpuUsage().user - start) / 1000;
}

/** Fails where ten times as much takes more than in proportion, each time it is tried. */
export async function takesInProportion(
  read: (text: string) => unknown,
  worst: Worst,
): Promise<void> {
  const [less, more] = [worst.of(small), worst.of(large)];
  let [quick, slow] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let tried = 0; tried < tries; tried += 1) {
    slow = Math.min(slow, await taken(() => read(more)));
    if (slow <= most * least) return;
    quick = Math.min(quick, await taken(() => read(less)));
    if (slow <= most * Math.max(quick, least)) return;
  }
  assert.fail(`${Math.round(slow)} ms for ten times what takes ${Math.round(quick)} ms`);
}
