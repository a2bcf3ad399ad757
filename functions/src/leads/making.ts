import {
  type Evidence,
  isEnded,
  type Lead,
  type LeadDoer,
  type Millis,
  type Place,
} from "@hilo/schema";
import { tell } from "../events/tell.ts";
import { FieldValue, type Writer } from "../platform/firestore.ts";
import { type Counting, countingIn } from "../settings/settings.ts";
import { count } from "../stats/count.ts";
import { isByPerson, standing } from "./steps.ts";
import { historyOf, leadOf } from "./store.ts";

/** A lead that begins, by the message or the person that it comes from. */
export type Beginning = Pick<
  Lead,
  "name" | "contactId" | "conversationId" | "kind" | "source" | "ownerId" | "teamId" | "funnel"
> &
  Partial<
    Pick<Lead, "state" | "value" | "expectedOn" | "folded" | "suggested" | "waitingSince" | "tags">
  > & {
    lostReason?: string | undefined;
    openedAt: Millis;
    by: LeadDoer;
    why?: readonly Evidence[] | undefined;
  };

/** Adds a new lead to a commit, with what is told of it and what it counts for. */
export async function makeLead(
  write: Writer,
  { workspaceId, leadId }: { workspaceId: string; leadId: string },
  { by, why, ...begun }: Beginning,
): Promise<void> {
  const counting: Counting = await countingIn(workspaceId);
  const state = begun.state ?? "new";
  const column = standing({ funnel: begun.funnel, state });
  const at = begun.openedAt;
  write.create(leadOf(workspaceId, leadId), {
    ...begun,
    state,
    value: begun.value ?? null,
    expectedOn: begun.expectedOn ?? null,
    column,
    touched: isByPerson(by.type),
    tags: begun.tags ?? [],
    files: [],
    lostReason: begun.lostReason ?? null,
    wonAt: state === "won" ? at : null,
    lostAt: state === "lost" ? at : null,
    createdAt: FieldValue.serverTimestamp(),
    updatedAt: FieldValue.serverTimestamp(),
  });
  write.create(historyOf(workspaceId, leadId).doc("created"), {
    workspaceId,
    step: "created",
    at,
    by,
    ...(column ? { entered: column } : {}),
    state,
    ...(why && why.length > 0 ? { why } : {}),
  });
  const conversationId = begun.conversationId ?? leadId;
  count(write, { ...counting, conversationId, at }, { leads: true });
  const about = {
    leadId,
    contactId: begun.contactId,
    ...(begun.conversationId ? { conversationId: begun.conversationId } : {}),
  };
  await tell(write, { workspaceId, type: "lead.created", source: leadId, about, data: {} });
}

/** The place of whoever enters a stage at its end. */
export function placeAt(
  { id, stage, why }: { id: string; stage: string; why: Evidence[] },
  by: Place["by"],
  { at, rank }: { at: Millis; rank: string },
): Place {
  return { id, stage, since: at, rank, by, why };
}

/** What state a lead gets that enters a stage: its own, where the stage has it. */
export function stateIn(
  stage: { states?: readonly Lead["state"][] | undefined },
  state: Lead["state"],
): Lead["state"] {
  const [first] = stage.states ?? [];
  return first === undefined || isEnded(state) || stage.states?.includes(state) ? state : first;
}
