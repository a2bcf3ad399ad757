import type { Sees } from "../../support/signed-in.ts";
import { teamOf, teamSize } from "./scene.ts";

// What an agent's hour is made of. How often each thing happens is assumed, and stands here.

const conversationsPerAgentHour = 25;
export const small = { agents: 50, times: 1 };
/** Ten times the conversations, and as many for each agent. */
export const large = { agents: 500, times: 10 };
/** Of four rows that are asked about, a colleague comes to one while they are seen, and goes again. */
const comingsPerConversation = 2 / 4;
/** How often an agent looks to whom something can be assigned. */
const assigningPerHour = 2;
/** How many members come, go, or choose to be away in an hour, for each who is there. */
const statesPerHour = 1 / 2;
/** How many conversations have a send that fails, of which all are told who see them. */
const failuresPerConversation = 1 / 200;

/** Who is measured: one who sees all, and one who sees what their team has. */
export const sights = {
  all: { see: "all", teams: [] },
  team: { see: "team", teams: [teamOf(0)] },
} as const satisfies Record<string, Sees>;
export type Sights = typeof sights;

/** What is billed, how often the rules are asked, and how often of these a message's rule asks for its conversation. */
export type Cost = { reads: number; ruled: number; parents: number };

type Costs = Record<"beginning" | "handling" | "asking" | "failing" | "counts" | "loads", Cost>;

/** What was measured of a member: with few colleagues, with many, and of one conversation by collection. */
export type Measured = { measured: Costs; scaled: Costs; handlingOf: Record<string, number> };

/** The reads of an hour, or how often the rules are asked in it, by what for. */
export function hourOf(
  { agents }: typeof small,
  costs: Costs,
  kind: "reads" | "ruled",
  sight: keyof Sights = "all",
) {
  const conversations = conversationsPerAgentHour;
  const more = kind === "reads" ? agents - small.agents : 0;
  const told = sight === "all" ? agents : teamSize;
  const parents = sight === "all" ? 0 : conversations * costs.handling.parents;
  return {
    handling: conversations * costs.handling[kind],
    parents,
    asking: conversations * (costs.asking[kind] + comingsPerConversation),
    counts: costs.counts[kind],
    loads: assigningPerHour * costs.loads[kind],
    states: statesPerHour * agents,
    failures: conversations * told * failuresPerConversation * costs.failing[kind],
    beginning: costs.beginning[kind] + more,
  };
}

export type Hour = ReturnType<typeof hourOf>;

export function totalOf(hour: Hour): number {
  return Object.values(hour).reduce((total, part) => total + part, 0);
}
