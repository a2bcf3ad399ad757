import { SalesKind, Standing } from "@hilo/schema";
import { buckets } from "../../functions/src/funnels/grams.ts";
import { type Learned, outputs } from "../../functions/src/funnels/learned.ts";
import { sharesOf } from "../../functions/src/funnels/score.ts";
import type { Example } from "./examples.ts";

const standings = Standing.options.length;
const kinds = SalesKind.options.length;
const plain = SalesKind.options.indexOf("sale");

/** How it learns; found by cross-validation (`npm run bench:classify`). */
export type Pace = { rounds: number; rate: number; holdCues: number; holdWords: number };
export const pace: Pace = { rounds: 20, rate: 0.06, holdCues: 0.004, holdWords: 0.0001 };

type Weights = { cues: Map<string, Float64Array>; words: Float64Array; squares: Squares };
type Squares = { cues: Map<string, Float64Array>; words: Float64Array };

/**
 * Logistic regression on top of what the rules say: it learns only what they leave out. Adagrad, in an order that is the
 * same each time, so that the same examples give the same weights.
 */
export function learn(examples: readonly Example[], how: Pace = pace): Learned {
  const weights: Weights = {
    cues: new Map(),
    words: zeros(),
    squares: { cues: new Map(), words: zeros() },
  };
  const random = lehmer(7);
  const order = examples.map((_, at) => at);
  for (let round = 0; round < how.rounds; round += 1) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at];
      if (!example) continue;
      teach(weights, example, how);
      teach(weights, wordsOnly(example), how);
    }
  }
  return packed(weights);
}

/** The same without what the rules found, so that its words learn to speak for themselves. */
function wordsOnly({ words, standing }: Example): Example {
  return { cues: [], words, base: new Array<number>(outputs).fill(0), standing, kind: undefined };
}

function zeros(): Float64Array {
  return new Float64Array(buckets * outputs);
}

function teach({ cues, words, squares }: Weights, example: Example, how: Pace): void {
  const wrong = errors(sums({ cues, words }, example), example);
  // Kinds are few: their words would be learned by heart.
  const byWords = wrong.map((error, at) => (at < standings ? error : 0));
  for (const cue of example.cues) {
    const own = rowOf(cues, cue);
    move(own, rowOf(squares.cues, cue), 0, wrong, 1, how.rate, how.holdCues);
  }
  for (const { grams, weight } of example.words)
    for (const gram of grams)
      move(words, squares.words, gram * outputs, byWords, weight, how.rate, how.holdWords);
}

function move(
  weights: Float64Array,
  squares: Float64Array,
  start: number,
  wrong: readonly number[],
  share: number,
  rate: number,
  hold: number,
): void {
  for (let output = 0; output < outputs; output += 1) {
    const at = start + output;
    const slope = (wrong[output] ?? 0) * share + (weights[at] ?? 0) * hold;
    squares[at] = (squares[at] ?? 0) + slope * slope;
    weights[at] = (weights[at] ?? 0) - (rate * slope) / (1e-6 + Math.sqrt(squares[at] ?? 0));
  }
}

function rowOf(rows: Map<string, Float64Array>, key: string): Float64Array {
  const there = rows.get(key);
  if (there) return there;
  const made = new Float64Array(outputs);
  rows.set(key, made);
  return made;
}

function sums({ cues, words }: Pick<Weights, "cues" | "words">, example: Example): number[] {
  const total = [...example.base];
  for (const cue of example.cues) {
    const row = cues.get(cue);
    for (let output = 0; output < outputs; output += 1)
      total[output] = (total[output] ?? 0) + (row?.[output] ?? 0);
  }
  for (const { grams, weight } of example.words)
    for (const gram of grams)
      for (let output = 0; output < outputs; output += 1)
        total[output] = (total[output] ?? 0) + (words[gram * outputs + output] ?? 0) * weight;
  return total;
}

/** How far each output is from what it should say; a kind is asked of sales only. */
function errors(total: readonly number[], { standing, kind }: Example): number[] {
  const places = sharesOf(total.slice(0, standings), 1);
  // Nearly all sales are plain ones: without this it would forget that there are others.
  const care = kind === plain ? 0.1 : 1;
  const sorts = sharesOf(total.slice(standings, standings + kinds), 1);
  return [
    ...places.map((share, at) => share - Number(at === standing)),
    ...sorts.map((share, at) => (kind === undefined ? 0 : share - Number(at === kind)) * care),
  ];
}

/** The weights as they are kept: cues to a hundredth, words as bytes. */
function packed({ cues, words }: Weights): Learned {
  const largest = words.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const step = largest / 127 || 1;
  return {
    temperature: 1,
    cues: Object.fromEntries(
      [...cues]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([cue, row]) => [cue, [...row].map((value) => Math.round(value * 100) / 100)]),
    ),
    words: Int8Array.from(words, (value) => Math.round(value / step)),
    step,
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}

function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
