import type { ClassificationRules, Cue, Reason, Standing } from "@hilo/schema";
import { unpackCues } from "./cue-set.ts";
import type { FoldState } from "./fold-state.ts";

const most = 4;

/** The rules that speak for a standing, the strongest first; a place's are named `place.` and its cue. */
export function whyOf(state: FoldState, standing: Standing, rules: ClassificationRules): Reason[] {
  const cueOf = cuesByRule(rules);
  const scored = state.reasons.flatMap((reason) => {
    const score = scoreOf(cueOf.get(reason.rule), standing, rules);
    return score > 0 ? [{ reason, score }] : [];
  });
  for (const cue of unpackCues(state.place)) {
    const score = scoreOf(cue, standing, rules);
    if (score > 0) scored.push({ reason: { rule: `place.${cue}`, values: [] }, score });
  }
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ reason }) => reason);
}

function scoreOf(
  cue: Cue | undefined,
  standing: Standing,
  { scores }: ClassificationRules,
): number {
  const now = cue && scores[cue]?.now;
  if (!now) return 0;
  const [funnel] = standing.split(".");
  const beside = Object.entries(now).filter(([one]) => one.split(".")[0] === funnel);
  return Math.max(0, ...beside.map(([one, score]) => (one === standing ? score : score / 2)));
}

const known = new WeakMap<ClassificationRules, Map<string, Cue>>();

function cuesByRule(rules: ClassificationRules): Map<string, Cue> {
  const there = known.get(rules);
  if (there) return there;
  const all = Object.values(rules.languages).flatMap((one) => one.rules);
  const made = new Map(all.map(({ id, cue }) => [id, cue]));
  known.set(rules, made);
  return made;
}
