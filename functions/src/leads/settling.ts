import { type KnownFunnel, Lead, nobody } from "@hilo/schema";
import type { NewMessage } from "../conversations/new-message.ts";
import { now } from "../platform/clock.ts";
import { db, read, type Transaction } from "../platform/firestore.ts";
import { leadSettingsOf } from "../settings/lead-settings.ts";
import { beginning, heardBy, leadIdOf } from "./beginning.ts";
import { type Choice, choose, type Known } from "./choosing.ts";
import { decide, type Goal, sureGoal } from "./decision.ts";
import { foldIn } from "./folding.ts";
import { tellStage } from "./lines.ts";
import { makeLead } from "./making.ts";
import { matterOf, type Slots, slotsIn, takeSlot } from "./open.ts";
import { placeByRule } from "./placing.ts";
import { showLead, stamp, takeStep, theRules } from "./steps.ts";
import { leadOf } from "./store.ts";

/** A message, and where what it says belongs, as far as the rules are sure. */
type Matter = {
  arrived: NewMessage;
  funnels: readonly KnownFunnel[];
  goal: Goal | undefined;
};

type Scene = Matter & { transaction: Transaction; slots: Slots };

const dayMs = 24 * 60 * 60 * 1000;

/** Finds which of a person's leads a message belongs to, or makes one, one after another with all who do the same. */
export async function settle(matter: Matter): Promise<boolean> {
  const { arrived, goal, funnels } = matter;
  const { workspaceId, conversation, message } = arrived;
  const { reopenAfterDays } = await leadSettingsOf(workspaceId);
  return db().runTransaction(async (transaction) => {
    const slots = await slotsIn(transaction, workspaceId, conversation.contactId);
    const all = await leadsIn(transaction, workspaceId, [
      ...Object.values(slots.open),
      ...(conversation.leadId ? [conversation.leadId] : []),
    ]);
    const byMatter = Object.entries(slots.open).flatMap(([name, id]) => {
      const lead = all.get(id);
      return lead ? [[name, { id, lead }] as const] : [];
    });
    const own = conversation.leadId ? all.get(conversation.leadId) : undefined;
    const choice = choose({
      goal,
      funnels,
      open: Object.fromEntries(byMatter),
      own: own && conversation.leadId ? { id: conversation.leadId, lead: own } : undefined,
      ended: slots.ended,
      at: message.providerAt,
      reopenAfterMs: reopenAfterDays * dayMs,
    });
    return take({ ...matter, transaction, slots }, choice);
  });
}

async function leadsIn(transaction: Transaction, workspaceId: string, ids: readonly string[]) {
  const refs = [...new Set(ids)].map((id) => leadOf(workspaceId, id));
  const docs = refs.length > 0 ? await transaction.getAll(...refs) : [];
  return new Map(
    docs.flatMap((doc) => {
      const lead = read(Lead, doc);
      return lead ? [[doc.id, lead] as const] : [];
    }),
  );
}

function take(scene: Scene, choice: Choice): Promise<boolean> {
  if (choice.type === "joins") return join(scene, choice.known);
  if (choice.type === "enters") return enter(scene, choice.known, choice.goal);
  if (choice.type === "tells") return tellEnded(scene, choice.leadId);
  return begin(scene, choice.isRecovery);
}

/** The message belongs to a lead that is open; its conversation has that from now on. */
async function join(scene: Scene, known: Known): Promise<boolean> {
  const { arrived, funnels, transaction, slots } = scene;
  const { workspaceId, conversation, messageId } = arrived;
  const fold = await foldIn(arrived, known.lead);
  // What came late has all folded again: that says where it belongs, not this message alone.
  const goal = fold && sureGoal(fold.says, messageId, funnels);
  const decision = decide(known.lead, goal, true, funnels);
  const enters = decision.type === "enters" && slots.open[decision.goal.id] === undefined;
  if (fold && (decision.type === "forward" || enters)) {
    await placeByRule(transaction, { arrived, known, goal: decision.goal, fold, funnels });
    if (enters) takeSlot(transaction, slots, known.id, decision.goal.id, matterOf(known.lead));
    return true;
  }
  const isNew = conversation.leadId !== known.id;
  if (isNew) showLead(transaction, arrived, known.id, known.lead.funnel);
  if (!fold) return isNew;
  const heard = { ...heardBy(arrived, fold, known.lead), ...stamp() };
  transaction.update(leadOf(workspaceId, known.id), heard);
  return true;
}

/** A lead comes into a funnel in which its person has none. */
async function enter(scene: Scene, known: Known, goal: Goal): Promise<boolean> {
  const { arrived, funnels, transaction, slots } = scene;
  const fold = await foldIn(arrived, known.lead);
  if (!fold) return false;
  await placeByRule(transaction, { arrived, known, goal, fold, funnels });
  takeSlot(transaction, slots, known.id, goal.id, matterOf(known.lead));
  return true;
}

/** What is said soon after the end of a sale is told on it, and suggested. */
async function tellEnded(scene: Scene, leadId: string): Promise<boolean> {
  const { arrived, goal, transaction } = scene;
  const { workspaceId, conversation } = arrived;
  const lead = read(Lead, await transaction.get(leadOf(workspaceId, leadId)));
  if (!lead) return begin(scene, false);
  const fold = await foldIn(arrived, lead);
  if (!fold) return false;
  await takeStep(transaction, {
    ...{ workspaceId, leadId, before: lead, at: now(), step: "wroteAgain", by: theRules },
    after: { folded: fold.folded, ...(goal ? { suggested: goal } : {}) },
    why: goal?.why,
    conversationIds: [],
  });
  if (conversation.leadId !== leadId) showLead(transaction, arrived, leadId, lead.funnel);
  return true;
}

/** Another matter, or one after the last has ended, gets a lead of its own. */
async function begin(scene: Scene, isRecovery: boolean): Promise<boolean> {
  const { arrived, goal, funnels, transaction, slots } = scene;
  const { workspaceId } = arrived;
  const leadId = leadIdOf(arrived);
  const found = await transaction.get(leadOf(workspaceId, leadId));
  const fold = found.exists ? undefined : await foldIn(arrived, undefined);
  if (!fold) return false;
  const begun = beginning(arrived, fold, goal, funnels);
  const kind = isRecovery && begun.kind === "sale" ? "recovery" : begun.kind;
  await makeLead(transaction, { workspaceId, leadId }, { ...begun, kind });
  takeSlot(transaction, slots, leadId, goal?.id ?? nobody);
  showLead(transaction, arrived, leadId, begun.funnel);
  if (goal) tellStage(transaction, arrived, leadId, goal);
  return true;
}
