import { ClassificationRules } from "@hilo/schema";
import { type Learned, type LearnedFile, readLearned } from "./learned.ts";
import en from "./rules/en.json" with { type: "json" };
import es from "./rules/es.json" with { type: "json" };
import learned from "./rules/learned.json" with { type: "json" };
import pt from "./rules/pt.json" with { type: "json" };
import scores from "./rules/scores.json" with { type: "json" };

let rules: ClassificationRules | undefined;
let trained: Learned | undefined;

/** The rules that a workspace begins with; read when first asked for. */
export function shippedRules(): ClassificationRules {
  rules ??= ClassificationRules.parse({ ...scores, languages: { es, en, pt } });
  return rules;
}

const ordered = new WeakMap<ClassificationRules, Map<string, ClassificationRules>>();

/**
 * The same rules with those of one language first: customers mix languages, so that all are read, and of two rules that
 * find the same this language's is named.
 */
export function speaking(of: ClassificationRules, language: string): ClassificationRules {
  const first = Object.entries(of.languages).filter(([one]) => one === language);
  if (first.length === 0) return of;
  const there = ordered.get(of) ?? new Map<string, ClassificationRules>();
  ordered.set(of, there);
  const made = there.get(language) ?? {
    ...of,
    languages: { ...Object.fromEntries(first), ...of.languages },
  };
  there.set(language, made);
  return made;
}

/** The trained part that comes with them. */
export function shippedLearned(): Learned {
  trained ??= readLearned(learned satisfies LearnedFile);
  return trained;
}
