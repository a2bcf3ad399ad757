import { Lead } from "@hilo/schema";
import type { NewMessage } from "../conversations/new-message.ts";
import { tell } from "../events/tell.ts";
import { newId, now } from "../platform/clock.ts";
import { type DocumentSnapshot, db, read, type Transaction } from "../platform/firestore.ts";
import { type Counting, countingIn } from "../settings/settings.ts";
import { uncount } from "../stats/count.ts";
import { leaveSlot, matterOf, type Slots, slotsIn, takeSlot } from "./open.ts";
import { isOpen, showLead, takeStep, theRules } from "./steps.ts";
import { historyOf, leadOf, leadsFrom } from "./store.ts";

/** What of a lead is nobody's work, and goes with it. */
const mostHistory = 20;

/**
 * A conversation turned out to be a part of this one: its leads are its person's now. Of two in one matter the one of
 * which nothing has been made goes; else it becomes one with the other.
 */
export async function followMove(arrived: NewMessage): Promise<boolean> {
  const { workspaceId, message } = arrived;
  const { movedFrom } = message;
  if (!movedFrom) return false;
  const { docs } = await leadsFrom(workspaceId, movedFrom).get();
  let made = false;
  for (const { id } of docs) made = (await carryLead(arrived, movedFrom, id)) || made;
  return made;
}

type Carried = {
  arrived: NewMessage;
  movedFrom: string;
  leadId: string;
  lead: Lead;
  /** Of the person whose the conversation is, and of the one who turned out to be the same. */
  slots: Slots;
  left: Slots;
  history: readonly DocumentSnapshot[];
};

async function carryLead(arrived: NewMessage, movedFrom: string, leadId: string): Promise<boolean> {
  const { workspaceId, conversation } = arrived;
  const counting = await countingIn(workspaceId);
  const history = await historyOf(workspaceId, leadId)
    .limit(mostHistory + 1)
    .get();
  return db().runTransaction(async (transaction) => {
    const lead = read(Lead, await transaction.get(leadOf(workspaceId, leadId)));
    if (lead?.conversationId !== movedFrom) return false;
    const slots = await slotsIn(transaction, workspaceId, conversation.contactId);
    const isOther = lead.contactId !== conversation.contactId;
    const left = isOther ? await slotsIn(transaction, workspaceId, lead.contactId) : slots;
    const carried = { arrived, movedFrom, leadId, lead, slots, left, history: history.docs };
    await carry(transaction, carried, counting);
    return true;
  });
}

async function carry(
  transaction: Transaction,
  carried: Carried,
  counting: Counting,
): Promise<void> {
  const { arrived, leadId, lead, slots, left } = carried;
  const { workspaceId, conversationId, conversation } = arrived;
  const matter = matterOf(lead);
  const goesOn = isOpen(lead);
  const other = goesOn && slots.open[matter] !== leadId ? slots.open[matter] : undefined;
  if (goesOn && left !== slots) leaveSlot(transaction, left, leadId, { matter });
  if (other !== undefined && isUntouched(carried)) return drop(transaction, carried, counting);
  const into = other === undefined ? {} : { mergedInto: other };
  await takeStep(transaction, {
    ...{ workspaceId, leadId, before: lead, at: now(), by: theRules },
    step: other === undefined ? "changed" : "merged",
    after: { conversationId, contactId: conversation.contactId, ...into },
    conversationIds: [],
  });
  if (!goesOn || other !== undefined) return;
  if (slots.open[matter] !== leadId) takeSlot(transaction, slots, leadId, matter);
  if (conversation.leadId === null) showLead(transaction, arrived, leadId, lead.funnel);
}

function isUntouched({ lead, history }: Carried): boolean {
  return !lead.touched && lead.value === null && history.length <= mostHistory;
}

/** It is as if it had never been: what was told of it goes, too. */
async function drop(
  transaction: Transaction,
  { arrived, movedFrom, leadId, lead, history }: Carried,
  counting: Counting,
): Promise<void> {
  const { workspaceId, conversationId, message } = arrived;
  for (const { ref } of history) transaction.delete(ref);
  transaction.delete(leadOf(workspaceId, leadId));
  const about = { leadId, conversationId };
  await tell(transaction, { workspaceId, type: "lead.deleted", source: newId(), about, data: {} });
  const at = lead.openedAt ?? message.providerAt;
  uncount(transaction, { ...counting, conversationId: movedFrom, at }, { leads: true });
}
