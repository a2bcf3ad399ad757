import {
  columnOf,
  type Evidence,
  isEnded,
  type Lead,
  type LeadDoer,
  type LeadHistory,
  type LeadStep,
  type Millis,
  type Place,
} from "@hilo/schema";
import { conversationsOf } from "../conversations/store.ts";
import { tell } from "../events/tell.ts";
import { newId } from "../platform/clock.ts";
import { FieldValue, type Precondition, type Writer } from "../platform/firestore.ts";
import { historyOf, leadOf } from "./store.ts";

/** One step in the life of a lead: what it was, what becomes of it, and who or what does it. */
export type Step = {
  workspaceId: string;
  leadId: string;
  before: Lead;
  after: Partial<Lead>;
  step: LeadStep;
  by: LeadDoer;
  at: Millis;
  why?: readonly Evidence[] | undefined;
  changes?: LeadHistory["changes"] | undefined;
  /** The conversations that have it, each of which shows where it stands. */
  conversationIds: readonly string[];
  /** Of these, one that has not had it before. */
  newTo?: string;
  /** What must hold of it; what is changed in a transaction that read it needs nothing. */
  still?: Precondition;
};

/** What decides by itself. */
export const theRules: LeadDoer = { type: "rule", id: "hilo", name: "Hilo" };

/** Whether a person has done something, or a system in their name. */
export function isByPerson(by: LeadDoer["type"] | undefined): boolean {
  return by === "member" || by === "apiKey";
}

/** When a lead was last changed, by the database's clock. */
export function stamp() {
  return { updatedAt: FieldValue.serverTimestamp() };
}

/** Whether a lead is neither over nor another's. */
export function isOpen({ state, mergedInto }: Pick<Lead, "state" | "mergedInto">): boolean {
  return !isEnded(state) && mergedInto === undefined;
}

/** Where a lead stands on the boards: none that has ended or is another's does. */
export function standing(lead: Pick<Lead, "funnel" | "state" | "mergedInto">): string | null {
  return isOpen(lead) ? columnOf(lead.funnel) : null;
}

/**
 * Takes a step: the lead, what is told of it, and what its conversations show of it, in one commit. Every change of a
 * lead that moves it goes this way, so that what a column has is what entered it but for what left it.
 */
export async function takeStep(write: Writer, step: Step): Promise<void> {
  const { workspaceId, leadId, before, after, by, at, still, newTo } = step;
  const whole: Lead = { ...before, ...after };
  const column = standing(whole);
  const { id, name } = by;
  const changes = {
    ...after,
    column,
    ...(isByPerson(by.type) ? { touched: true, changedBy: { id, name, at } } : {}),
    ...stamp(),
  };
  if (still) write.update(leadOf(workspaceId, leadId), changes, still);
  else write.update(leadOf(workspaceId, leadId), changes);
  write.create(historyOf(workspaceId, leadId).doc(newId()), entryOf(step, whole, column));
  if (after.funnel !== undefined)
    for (const conversationId of step.conversationIds)
      write.update(conversationsOf(workspaceId).doc(conversationId), {
        funnel: shownOf(after.funnel),
        ...(conversationId === newTo ? { leadId } : {}),
      });
  const about = { leadId, contactId: whole.contactId };
  const data = { changed: Object.keys(after) };
  await tell(write, { workspaceId, type: "lead.updated", source: newId(), about, data });
}

function entryOf(
  { workspaceId, before, step, by, at, why, changes }: Step,
  after: Lead,
  column: string | null,
): Record<string, unknown> {
  const left = before.column !== column ? before.column : null;
  return {
    workspaceId,
    step,
    at,
    by,
    ...(left === null ? {} : { left, spentMs: Math.max(0, at - enteredAt(before)) }),
    ...(column !== null && column !== before.column ? { entered: column } : {}),
    ...(after.state === before.state ? {} : { state: after.state }),
    ...(after.lostReason ? { lostReason: after.lostReason } : {}),
    ...(why && why.length > 0 ? { why: [...why] } : {}),
    ...(changes ? { changes } : {}),
  } satisfies LeadHistory;
}

/** Since when a lead stands where it stands. */
function enteredAt({ funnel, openedAt, createdAt }: Lead): Millis {
  return funnel?.since ?? openedAt ?? createdAt.getTime();
}

/** A conversation has a lead from now on, and shows where that stands. */
export function showLead(
  write: Pick<Writer, "update">,
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
  leadId: string,
  funnel: Place | null,
): void {
  const ref = conversationsOf(workspaceId).doc(conversationId);
  write.update(ref, { leadId, funnel: shownOf(funnel) });
}

/** As much of its place as a conversation shows. */
export function shownOf(place: Place | null) {
  if (!place) return null;
  const { id, stage, by, why } = place;
  return { id, stage, by, why };
}
