import {
  Contact,
  Conversation,
  isEnded,
  Lead,
  type LeadKind,
  type LeadSource,
  type NewLead,
  nobody,
  type Place,
} from "@hilo/schema";
import { audit } from "../audit/audit.ts";
import { contactOf } from "../contacts/store.ts";
import { keepsOwn, seesConversation } from "../conversations/seen.ts";
import { conversationsOf } from "../conversations/store.ts";
import { funnelIn, stageIn } from "../funnels/funnels.ts";
import { newId, now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { db, read, type Transaction } from "../platform/firestore.ts";
import { refuseAbsent, refuseReason } from "./changing.ts";
import { makeLead, placeAt, stateIn } from "./making.ts";
import { refuseSecond } from "./moving.ts";
import { slotsIn, takeSlot } from "./open.ts";
import { rankAt } from "./rank.ts";
import { doerOf, type LeadWorker, leadTarget, seesLead } from "./seen.ts";
import { showLead } from "./steps.ts";
import { leadOf } from "./store.ts";

/**
 * Makes a lead by hand. Throws `notFound` without its contact or conversation, `taken` where the person has an open lead
 * in the funnel, `conflict` where the id is another lead's.
 */
export async function createLead(doer: LeadWorker, wanted: NewLead): Promise<{ leadId: string }> {
  const { workspaceId } = doer;
  const leadId = wanted.id ?? newId();
  const at = now();
  const { funnel, state } = await placeOf(doer, wanted, at);
  const lostReason = await refuseReason(workspaceId, state, wanted.lostReason);
  return db().runTransaction(async (transaction) => {
    const before = read(Lead, await transaction.get(leadOf(workspaceId, leadId)));
    if (before) return repeated(doer, leadId, before, wanted);
    const { contact, conversation } = await aboutWhom(transaction, doer, wanted);
    const ownerId = wanted.ownerId ?? (keepsOwn(doer) ? doer.id : nobody);
    await refuseAbsent(transaction, workspaceId, ownerId);
    const slots = await slotsIn(transaction, workspaceId, wanted.contactId);
    const matter = funnel?.id ?? nobody;
    const goesOn = !isEnded(state);
    if (goesOn) refuseSecond(slots, leadId, matter);
    const name = wanted.name ?? contact.name;
    const { contactId, kind, value, expectedOn, tags } = wanted;
    const own = { name, contactId, kind, value, expectedOn, tags, ownerId, funnel, state };
    const from = fromConversation(wanted.conversationId, conversation);
    const begun = { ...own, ...from, lostReason, openedAt: at, by: doerOf(doer) };
    await makeLead(transaction, { workspaceId, leadId }, begun);
    if (goesOn) takeSlot(transaction, slots, leadId, matter);
    const { conversationId } = wanted;
    if (goesOn && conversationId)
      showLead(transaction, { workspaceId, conversationId }, leadId, funnel);
    const target = leadTarget(leadId, wanted);
    audit(transaction, doer, "leads.create", target, { name: { to: name } });
    return { leadId };
  });
}

/** The same again has been done; anything else under its id has not. */
function repeated(doer: LeadWorker, leadId: string, before: Lead, wanted: NewLead) {
  if (before.contactId === wanted.contactId && seesLead(doer, before)) return { leadId };
  throw new AppError("conflict", "Another lead has this id. Choose a new one.");
}

/** In which stage it begins, and in what state: by its kind, where nothing is said. */
async function placeOf(
  doer: LeadWorker,
  { funnelId, stage, kind, state = "new" }: NewLead,
  at: number,
): Promise<{ funnel: Place | null; state: Lead["state"] }> {
  const id = funnelId ?? (kind === null ? undefined : funnelOf[kind]);
  if (id === undefined && stage === undefined) return { funnel: null, state };
  const known = await funnelIn(doer.workspaceId, id ?? "");
  const first = stageIn(known, stage ?? known.stages[0]?.id ?? "");
  const goal = { id: known.id, stage: first.id, why: [] };
  const funnel = placeAt(goal, doerOf(doer).type, { at, rank: rankAt(at) });
  return { funnel, state: stateIn(first, state) };
}

const funnelOf: Record<LeadKind, string> = {
  sale: "sales",
  recovery: "sales",
  futureContact: "sales",
  noInterest: "sales",
  support: "support",
};

async function aboutWhom(
  transaction: Transaction,
  doer: LeadWorker,
  { contactId, conversationId }: NewLead,
) {
  const { workspaceId } = doer;
  const contact = read(Contact, await transaction.get(contactOf(workspaceId, contactId)));
  if (!contact || contact.mergedInto !== undefined)
    throw new AppError("notFound", "There is no such contact.");
  if (conversationId === undefined) return { contact, conversation: undefined };
  const ref = conversationsOf(workspaceId).doc(conversationId);
  const conversation = read(Conversation, await transaction.get(ref));
  const isTheirs = conversation?.contactId === contactId && seesConversation(doer, conversation);
  if (!isTheirs) throw new AppError("notFound", "This contact has no such conversation.");
  return { contact, conversation };
}

/** What a lead has of the conversation that it is made for. */
function fromConversation(id: string | undefined, conversation: Conversation | undefined) {
  const { channelId, platform, teamId = nobody, waitingSince = null } = conversation ?? {};
  const source: LeadSource = conversation
    ? { kind: "hand", channelId, platform }
    : { kind: "hand" };
  return { conversationId: id ?? null, source, teamId, waitingSince };
}
