import {
  type ChangedLead,
  isEnded,
  type Lead,
  type LeadState,
  type LeadStep,
  type Millis,
  nobody,
} from "@hilo/schema";
import { audit, changesOf } from "../audit/audit.ts";
import { refuseChanged } from "../audit/seen.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { db, type Transaction } from "../platform/firestore.ts";
import { leadSettingsOf } from "../settings/lead-settings.ts";
import { memberOf } from "../users/members.ts";
import { conversationsWith } from "./copies.ts";
import { refuseSecond } from "./moving.ts";
import { leaveSlot, matterOf, slotsIn, takeSlot } from "./open.ts";
import { doerOf, type LeadWorker, leadTarget, presentLead } from "./seen.ts";
import { takeStep } from "./steps.ts";

/**
 * Changes what is known of a lead, ends it or opens it again. Throws `changed` where somebody changed the same meanwhile,
 * `invalid` where it is lost without a reason, `taken` where its person has another open lead in its funnel.
 */
export async function changeLead(
  doer: LeadWorker,
  leadId: string,
  { seen, ...wanted }: ChangedLead,
): Promise<{ leadId: string }> {
  const { workspaceId } = doer;
  const { lostReasons } = await leadSettingsOf(workspaceId);
  const conversationIds = await conversationsWith(workspaceId, leadId);
  await db().runTransaction(async (transaction) => {
    const lead = await presentLead(doer, leadId, transaction);
    const { path } = leadTarget(leadId, lead);
    await refuseChanged({ workspaceId, target: path, before: lead, seen, wanted });
    const { lostReason, ...fields } = wanted;
    if (fields.ownerId) await refuseAbsent(transaction, workspaceId, fields.ownerId);
    const at = now();
    const ends = endingOf(lead, fields.state, lostReason, { at, reasons: lostReasons });
    const after = { ...given(fields), ...ends };
    const changes = changesOf<Partial<Lead>>(lead, after);
    if (Object.keys(changes).length === 0) return;
    const move = await slotMove(transaction, { doer, leadId, lead, after, at });
    await takeStep(transaction, {
      ...{ workspaceId, leadId, before: lead, after, at, step: move.step, by: doerOf(doer) },
      changes: told(changes),
      conversationIds,
    });
    move.write();
    audit(transaction, doer, "leads.change", leadTarget(leadId, lead), changes);
  });
  return { leadId };
}

type Change = { doer: LeadWorker; leadId: string; lead: Lead; after: Partial<Lead>; at: Millis };

/** What a change does to the leads that its person has open: one that ends leaves its place, one opened again takes it. */
async function slotMove(
  transaction: Transaction,
  { doer, leadId, lead, after, at }: Change,
): Promise<{ step: LeadStep; write: () => void }> {
  const slots = await slotsIn(transaction, doer.workspaceId, lead.contactId);
  const matter = matterOf(lead);
  const [was, is] = [isEnded(lead.state), isEnded(after.state ?? lead.state)];
  if (was === is) return { step: "changed", write: () => undefined };
  if (is)
    return {
      step: "ended",
      write: () => leaveSlot(transaction, slots, leadId, { matter, endedAt: at }),
    };
  refuseSecond(slots, leadId, matter);
  return { step: "reopened", write: () => takeSlot(transaction, slots, leadId, matter) };
}

/** Nothing personal of anybody but in what can be emptied. */
function told(changes: ReturnType<typeof changesOf>) {
  return Object.fromEntries(
    Object.entries(changes).map(([field, { from, to }]) => [
      field,
      { from: from ?? null, to: to ?? null },
    ]),
  );
}

function given(fields: Partial<ChangedLead>): Partial<Lead> {
  const some = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(some);
}

type Ending = { at: Millis; reasons: readonly { id: string }[] };

/** What goes with a state: when it was won or lost, and why. */
function endingOf(
  lead: Lead,
  state: LeadState | undefined,
  lostReason: string | undefined,
  { at, reasons }: Ending,
): Partial<Lead> {
  const next = state ?? lead.state;
  if (lostReason !== undefined && next !== "lost")
    throw invalidReason("Only a lead that is lost has a reason for it.");
  if (next === "lost") return lostAt(lead, lostReason, { at, reasons });
  if (next === lead.state) return {};
  return { state: next, wonAt: next === "won" ? at : null, lostAt: null, lostReason: null };
}

function lostAt(
  lead: Lead,
  lostReason: string | undefined,
  { at, reasons }: Ending,
): Partial<Lead> {
  const reason = lostReason ?? lead.lostReason ?? undefined;
  if (lead.state === "lost" && lostReason === undefined) return {};
  if (reason === undefined || !reasons.some(({ id }) => id === reason)) throw noReason(reasons);
  return { state: "lost", lostReason: reason, lostAt: lead.lostAt ?? at, wonAt: null };
}

/** The reason of a lead that is made as lost; throws `invalid` without one, or with one that is none. */
export async function refuseReason(
  workspaceId: string,
  state: LeadState,
  lostReason: string | undefined,
): Promise<string | undefined> {
  if (state !== "lost" && lostReason === undefined) return undefined;
  const { lostReasons: reasons } = await leadSettingsOf(workspaceId);
  if (state === "lost" && reasons.some(({ id }) => id === lostReason)) return lostReason;
  throw noReason(reasons);
}

function noReason(reasons: readonly { id: string }[]): AppError {
  return invalidReason(`Say why it is lost: ${reasons.map(({ id }) => id).join(", ")}.`);
}

function invalidReason(message: string): AppError {
  return new AppError("invalid", message, { details: [{ path: "lostReason", message }] });
}

/** Read where it is written: whoever is disabled in this moment is given nothing any more. */
export async function refuseAbsent(
  transaction: Transaction,
  workspaceId: string,
  uid: string,
): Promise<void> {
  if (uid === nobody || (await memberOf(workspaceId, uid, transaction))?.enabled) return;
  throw new AppError("invalid", "That member does not work here any more. Choose another.");
}
