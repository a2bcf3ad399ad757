import { buckets } from "./grams.ts";

/** What the trained part decides between: the standings, then the kinds of a sale. */
export const outputs = 12;

/** Weights of the trained part, as `npm run classifier:train` writes them. */
export type LearnedFile = {
  /** How sure the sums may make it: they are divided by this before they become shares. */
  temperature: number;
  /** For each cue in its slot, one weight for each output. */
  cues: Record<string, number[]>;
  /** The places of words, `outputs` signed bytes each, in base64; each byte is so much. */
  words: string;
  step: number;
};

export type Learned = Omit<LearnedFile, "words"> & { words: Int8Array };

export function readLearned(file: LearnedFile): Learned {
  const bytes = Buffer.from(file.words, "base64");
  const words = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (words.length !== buckets * outputs) throw new Error("The weights are of another size");
  return { ...file, words };
}

/** Nothing learned: the rules alone. */
export const unlearned: Learned = {
  temperature: 1,
  cues: {},
  words: new Int8Array(buckets * outputs),
  step: 0,
};

/** The sums so far with those of a text's words; the last figure counts them. */
export function addWords(
  sums: readonly number[],
  grams: readonly number[],
  { words, step }: Learned,
): number[] {
  const next = Array.from({ length: outputs + 1 }, (_, at) => sums[at] ?? 0);
  for (const gram of grams)
    for (let output = 0; output < outputs; output += 1)
      next[output] = (next[output] ?? 0) + (words[gram * outputs + output] ?? 0) * step;
  next[outputs] = (next[outputs] ?? 0) + grams.length;
  // A sum of -0 would not come back from JSON as it went.
  return next.map((value) => Math.round(value * 100) / 100 + 0);
}
