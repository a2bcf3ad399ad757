import {
  type Classification,
  type ClassificationRules,
  type Cue,
  type Matter,
  SalesKind,
  Standing,
} from "@hilo/schema";
import { unpackCues } from "./cue-set.ts";
import type { FoldState } from "./fold-state.ts";
import { type Learned, outputs } from "./learned.ts";

const standings = Standing.options;
const kinds = SalesKind.options;

/** Where a cue stands, which its weights depend on. */
export type Slot = "said" | "before" | "business" | "after" | "earlier" | "place";

/** The cues of a state with their slots. */
export function slottedCues(state: FoldState): [slot: Slot, cue: Cue][] {
  const business = state.last === "business" ? "after" : "business";
  const slots: [Slot, string][] = [
    ["said", state.said],
    ["before", state.before],
    [business, state.business],
    ["earlier", state.earlier],
    ["place", state.place],
  ];
  return slots.flatMap(([slot, packed]) =>
    [...unpackCues(packed)].map((cue): [Slot, Cue] => [slot, cue]),
  );
}

/** What the rules alone give each output. */
export function ruleSums(
  cues: readonly [Slot, Cue][],
  { scores }: Pick<ClassificationRules, "scores">,
): number[] {
  const sums = new Array<number>(outputs).fill(0);
  for (const [slot, cue] of cues) {
    const past = slot === "before" || slot === "earlier";
    const score = scores[cue] ?? {};
    const [of, kind] = past ? [score.past, score.pastKind] : [score.now, score.kind];
    for (const [at, standing] of standings.entries())
      sums[at] = (sums[at] ?? 0) + (of?.[standing] ?? 0);
    for (const [at, one] of kinds.entries()) {
      const output = standings.length + at;
      sums[output] = (sums[output] ?? 0) + (kind?.[one] ?? 0);
    }
  }
  return sums;
}

/** What rules and trained part give each output. */
export function sumsOf(state: FoldState, rules: ClassificationRules, learned: Learned): number[] {
  const cues = slottedCues(state);
  const sums = ruleSums(cues, rules);
  for (const [slot, cue] of cues) {
    const weights = learned.cues[`${slot}:${cue}`] ?? [];
    for (const [output, weight] of weights.entries()) sums[output] = (sums[output] ?? 0) + weight;
  }
  for (const words of [state.words, state.businessWords]) {
    const count = words[outputs] ?? 0;
    if (count === 0) continue;
    for (let output = 0; output < outputs; output += 1)
      sums[output] = (sums[output] ?? 0) + (words[output] ?? 0) / Math.sqrt(count);
  }
  return sums;
}

export type Decided = Omit<Classification, "why"> & { standing: Standing };

/** The likeliest funnel, in it the likeliest stage, and the kind of lead. */
export function decide(sums: readonly number[], temperature: number): Decided {
  const shares = sharesOf(sums.slice(0, standings.length), temperature);
  const shareOf = (standing: Standing) => shares[standings.indexOf(standing)] ?? 0;
  const inFunnel = (funnel: string) => standings.filter((one) => one.split(".")[0] === funnel);
  const funnel = likeliest(["sales", "support", "none"], (one) =>
    inFunnel(one).reduce((sum, standing) => sum + shareOf(standing), 0),
  ) as Matter;
  const standing = likeliest(inFunnel(funnel), shareOf);
  const kind = likeliest(kinds, (one) => sums[standings.length + kinds.indexOf(one)] ?? 0);
  const confidence = Math.round(shareOf(standing) * 100) / 100;
  if (funnel === "none") return { standing, funnel, stage: null, leadKind: null, confidence };
  const stage = standing.split(".")[1] as Decided["stage"];
  if (funnel === "support") return { standing, funnel, stage, leadKind: "support", confidence };
  // Who refuses for good has decided, whatever the words.
  const settled = kind === "noInterest" ? "sales.closing" : standing;
  return {
    standing: settled,
    funnel,
    stage: settled.split(".")[1] as Decided["stage"],
    leadKind: kind,
    confidence,
  };
}

/** Shares that add up to one. */
export function sharesOf(sums: readonly number[], temperature: number): number[] {
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp((sum - highest) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function likeliest<One>(of: readonly One[], score: (one: One) => number): One {
  return of.reduce((best, one) => (score(one) > score(best) ? one : best));
}
