import { type ClassificationRules, Standing } from "@hilo/schema";
import { type Classified, classify } from "../../functions/src/funnels/classify.ts";
import type { Learned } from "../../functions/src/funnels/learned.ts";
import { sharesOf, sumsOf } from "../../functions/src/funnels/score.ts";
import { exampleOf, type Labelled, standingOf } from "./examples.ts";
import { learn } from "./learn.ts";

/** A conversation, what it was taken for, and what each output came to. */
export type Judged = { labelled: Labelled; got: Classified; sums: readonly number[] };

const folds = 5;
/** Neighbours in a list are often alike: a fold takes every fifth, in another order. */
const foldOf = (at: number) => (at * 7 + 3) % folds;

/**
 * Classifies each of the labelled by what was learned of the others and of all that are for practice. The rules are the
 * same in each fold.
 */
export function crossValidate(
  labelled: readonly Labelled[],
  practice: readonly Labelled[],
  rules: ClassificationRules,
  temperature: number,
): Judged[] {
  const own = labelled.map((one) => exampleOf(one, rules));
  const more = practice.map((one) => exampleOf(one, rules));
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const learned = learn([...more, ...own.filter((_, at) => foldOf(at) !== fold)]);
    return judge(
      labelled.filter((_, at) => foldOf(at) === fold),
      rules,
      { ...learned, temperature },
    );
  });
}

export function judge(
  labelled: readonly Labelled[],
  rules: ClassificationRules,
  learned: Learned,
): Judged[] {
  return labelled.map((one) => {
    const got = classify(one.messages, undefined, rules, learned);
    return { labelled: one, got, sums: sumsOf(got.state, rules, learned) };
  });
}

const temperatures = Array.from({ length: 40 }, (_, at) => 0.2 + at * 0.1);

/** The temperature at which the shares tell best how often they are right. */
export function bestTemperature(judged: readonly Judged[]): number {
  const surprise = (temperature: number) =>
    judged.reduce((total, { labelled, sums }) => {
      const at = Standing.options.indexOf(standingOf(labelled));
      const share = sharesOf(sums.slice(0, Standing.options.length), temperature)[at] ?? 0;
      return total - Math.log(Math.max(share, 1e-9));
    }, 0);
  const best = temperatures.reduce((a, b) => (surprise(b) < surprise(a) ? b : a));
  return Math.round(best * 10) / 10;
}
