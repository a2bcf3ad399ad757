import type { KnownFunnel } from "@hilo/schema";
import type { NewMessage } from "../conversations/new-message.ts";
import { now } from "../platform/clock.ts";
import type { Precondition, Writer } from "../platform/firestore.ts";
import { heardBy, ofStage } from "./beginning.ts";
import type { Known } from "./choosing.ts";
import { conversationsWith } from "./copies.ts";
import type { Goal } from "./decision.ts";
import type { Fold } from "./folding.ts";
import { tellStage } from "./lines.ts";
import { placeAt } from "./making.ts";
import { rankAt } from "./rank.ts";
import { takeStep, theRules } from "./steps.ts";

/** What the rules do with an open lead after a message. */
export type Placing = {
  arrived: NewMessage;
  known: Known;
  goal: Goal;
  fold: Fold;
  funnels: readonly KnownFunnel[];
  still?: Precondition;
};

/** Puts a lead where what was said belongs, and tells it in the thread; its conversation has it from now on. */
export async function placeByRule(
  write: Writer,
  { arrived, known: { id: leadId, lead }, goal, fold, funnels, still }: Placing,
): Promise<void> {
  const { workspaceId, conversationId, conversation } = arrived;
  const all = await conversationsWith(workspaceId, leadId);
  const at = now();
  await takeStep(write, {
    ...{ workspaceId, leadId, before: lead, at, step: "moved", by: theRules, why: goal.why },
    ...(still ? { still } : {}),
    after: {
      ...heardBy(arrived, fold, lead),
      ...ofStage(funnels, goal, fold, lead),
      funnel: placeAt(goal, "rule", { at, rank: rankAt(at) }),
      suggested: null,
    },
    conversationIds: [...new Set([...all, conversationId])],
    ...(conversation.leadId === leadId ? {} : { newTo: conversationId }),
  });
  tellStage(write, arrived, leadId, goal);
}
