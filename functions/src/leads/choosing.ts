import { type KnownFunnel, type Lead, type Millis, nobody } from "@hilo/schema";
import { decide, type Goal } from "./decision.ts";
import { isOpen } from "./steps.ts";

/** A lead of the person, as it was read. */
export type Known = { id: string; lead: Lead };

/** What is known of a person's leads when somebody writes. */
export type Situation = {
  /** Where what was said belongs, as far as the rules are sure. */
  goal: Goal | undefined;
  /** The leads that are open, by matter. */
  open: Readonly<Record<string, Known>>;
  /** The lead that the conversation has, open or not. */
  own: Known | undefined;
  /** By funnel, what was last won or lost. */
  ended: Readonly<Record<string, { leadId: string; at: Millis }>>;
  funnels: readonly KnownFunnel[];
  at: Millis;
  /** So long (ms) after its end a sale is told of what its customer writes. */
  reopenAfterMs: number;
};

/** Which lead a message belongs to. */
export type Choice =
  | { type: "joins"; known: Known }
  /** It comes into the funnel of the goal. */
  | { type: "enters"; known: Known; goal: Goal }
  /** It has ended, and is only told. */
  | { type: "tells"; leadId: string }
  | { type: "begins"; isRecovery: boolean };

const sales = "sales";

/** Which of a person's leads a message belongs to; at most one is open a matter. */
export function choose(situation: Situation): Choice {
  const { goal, open } = situation;
  const same = goal && open[goal.id];
  if (same) return { type: "joins", known: same };
  const entering = goal && whoEnters(situation, goal);
  if (goal && entering) return { type: "enters", known: entering, goal };
  const any = goal ? undefined : someOpen(situation);
  if (any) return { type: "joins", known: any };
  return told(situation) ?? { type: "begins", isRecovery: isRecovery(situation) };
}

/** The conversation's own lead, of which nothing has been made yet, or the one of which nothing is known. */
function whoEnters({ own, open, funnels }: Situation, goal: Goal): Known | undefined {
  if (own && isOpen(own.lead) && decide(own.lead, goal, true, funnels).type === "enters")
    return own;
  return open[nobody];
}

function someOpen({ own, open }: Situation): Known | undefined {
  if (own && isOpen(own.lead)) return own;
  const all = Object.values(open);
  return all.toSorted((a, b) => (b.lead.openedAt ?? 0) - (a.lead.openedAt ?? 0))[0];
}

/** What is no new matter soon after a sale ended is told on that; whoever has a complaint begins anew at once. */
function told({ goal, ended, at, reopenAfterMs }: Situation): Choice | undefined {
  if (goal && goal.id !== sales) return undefined;
  const all = goal ? [ended[sales]] : Object.values(ended);
  const last = all.flatMap((one) => one ?? []).toSorted((a, b) => b.at - a.at)[0];
  return last && at - last.at < reopenAfterMs ? { type: "tells", leadId: last.leadId } : undefined;
}

function isRecovery({ goal, ended }: Situation): boolean {
  return goal?.id === sales && ended[sales] !== undefined;
}
