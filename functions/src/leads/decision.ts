import type { Evidence, KnownFunnel, Lead, Place } from "@hilo/schema";
import type { Classified } from "../funnels/classify.ts";
import { shippedRules } from "../funnels/shipped.ts";
import { isByPerson } from "./steps.ts";

/** A stage of a funnel, and why. */
export type Goal = { id: string; stage: string; why: Evidence[] };

/** What follows for an open lead from what was said. */
export type Decision =
  /** It stays where it is; what the rules may not decide they suggest. */
  | { type: "stays"; suggested?: Goal }
  /** It goes on in its funnel. */
  | { type: "forward"; goal: Goal }
  /** It comes into a funnel, or into another one, as far as its person has no other lead there. */
  | { type: "enters"; goal: Goal }
  /** It is another matter than that of the lead. */
  | { type: "other"; goal: Goal };

/** Where what was said belongs; undefined where it tells nothing. */
export function goalOf(
  { funnel, stage, why }: Classified,
  messageId: string,
  funnels: readonly KnownFunnel[],
): Goal | undefined {
  const known = funnels.find(({ id }) => id === funnel);
  const [first] = known?.stages ?? [];
  if (!known || !first) return undefined;
  const found = known.stages.find(({ id }) => id === stage) ?? first;
  return { id: known.id, stage: found.id, why: why.map((one) => ({ ...one, messageId })) };
}

/** The same as far as the rules are sure of it. */
export function sureGoal(
  says: Classified,
  messageId: string,
  funnels: readonly KnownFunnel[],
): Goal | undefined {
  const isSure = says.confidence >= shippedRules().certainFrom;
  return isSure ? goalOf(says, messageId, funnels) : undefined;
}

/** What is suggested where the rules are not sure: nothing without words that speak for it. */
export function hintOf(goal: Goal | undefined): { suggested?: Goal } {
  return goal?.why.some(({ values }) => values.length > 0) ? { suggested: goal } : {};
}

/**
 * What follows for an open lead: rules move it forward only, never after a person has decided, and into another funnel
 * only while nothing has been made of it.
 */
export function decide(
  lead: Lead,
  goal: Goal | undefined,
  isSure: boolean,
  funnels: readonly KnownFunnel[],
): Decision {
  if (!goal) return { type: "stays" };
  const { funnel } = lead;
  if (!isSure) return { type: "stays", ...suggesting(funnel, goal) };
  if (!funnel) return { type: "enters", goal };
  const known = funnels.find(({ id }) => id === funnel.id);
  if (goal.id === funnel.id) return onwards(funnel, goal, known);
  return isUntouched(lead, known) ? { type: "enters", goal } : { type: "other", goal };
}

function onwards(funnel: Place, goal: Goal, known: KnownFunnel | undefined): Decision {
  const rank = (stage: string) => known?.stages.findIndex(({ id }) => id === stage) ?? -1;
  if (rank(goal.stage) <= rank(funnel.stage)) return { type: "stays" };
  // Where a person has put it is final until the lead ends.
  return isByPerson(funnel.by) ? { type: "stays", suggested: goal } : { type: "forward", goal };
}

function isUntouched({ touched, value, funnel }: Lead, known: KnownFunnel | undefined): boolean {
  return !touched && value === null && funnel?.stage === known?.stages[0]?.id;
}

function suggesting(funnel: Place | null, goal: Goal): { suggested?: Goal } {
  return funnel?.id === goal.id && funnel.stage === goal.stage ? {} : hintOf(goal);
}
