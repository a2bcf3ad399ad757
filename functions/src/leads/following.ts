import { type KnownFunnel, Lead, nobody } from "@hilo/schema";
import type { NewMessage } from "../conversations/new-message.ts";
import { funnelsIn } from "../funnels/funnels.ts";
import {
  commit,
  commitIfSame,
  type DocumentSnapshot,
  db,
  read,
  stillAs,
} from "../platform/firestore.ts";
import { oneByOne } from "../platform/one-by-one.ts";
import { beginning, heardBy, leadIdOf } from "./beginning.ts";
import { type Decision, decide, type Goal, goalOf, sureGoal } from "./decision.ts";
import { type Fold, foldIn } from "./folding.ts";
import { tellStage } from "./lines.ts";
import { makeLead } from "./making.ts";
import { placeByRule } from "./placing.ts";
import { settle } from "./settling.ts";
import { tellsMatter } from "./speech.ts";
import { isOpen, showLead, stamp } from "./steps.ts";
import { leadOf, openLeadsOf } from "./store.ts";

/** So often somebody else may have changed the lead meanwhile. */
const mostTries = 10;

/**
 * The lead of who wrote follows what they wrote: one is made for whoever has none, it goes on in its funnel, or another
 * matter gets one of its own. A message counts once, whenever and however often it is told.
 */
export async function followMatter(arrived: NewMessage): Promise<boolean> {
  if (!tellsMatter(arrived)) return false;
  const { workspaceId, conversation } = arrived;
  if (conversation.contactId === nobody) throw new Error("Nobody knows yet whose it is");
  return oneByOne(openLeadsOf(workspaceId, conversation.contactId).path, async () => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const made = await follow(arrived);
      if (made !== undefined) return made;
    }
    throw new Error("Others changed the lead each time");
  });
}

/** Undefined: the lead has been changed meanwhile. */
async function follow(arrived: NewMessage): Promise<boolean | undefined> {
  const { workspaceId, messageId, conversation } = arrived;
  const { leadId } = conversation;
  const found = leadId === null ? undefined : await leadOf(workspaceId, leadId).get();
  const lead = found && read(Lead, found);
  if (lead?.folded?.ids.includes(messageId)) return false;
  // What was said before the end of a lead says nothing of what comes after it.
  const fold = await foldIn(arrived, lead && isOpen(lead) ? lead : undefined);
  if (!fold) return false;
  const funnels = await funnelsIn(workspaceId);
  const goal = goalOf(fold.says, messageId, funnels);
  const sure = sureGoal(fold.says, messageId, funnels);
  if (found && lead && isOpen(lead)) {
    const decision = decide(lead, goal, sure !== undefined, funnels);
    if (decision.type === "stays" || decision.type === "forward")
      return goOn({ arrived, found, lead, fold, funnels }, decision);
  }
  if (leadId === null && (await beginFirst(arrived, fold, sure, funnels))) return true;
  return settle({ arrived, funnels, goal: sure });
}

type GoingOn = {
  arrived: NewMessage;
  found: DocumentSnapshot;
  lead: Lead;
  fold: Fold;
  funnels: readonly KnownFunnel[];
};

/** The open lead of a conversation stays where it is, or goes on in its funnel, if it is still as it was read. */
async function goOn(
  { arrived, found, lead, fold, funnels }: GoingOn,
  decision: Extract<Decision, { type: "stays" | "forward" }>,
): Promise<boolean | undefined> {
  const still = stillAs(found);
  const batch = db().batch();
  if (decision.type === "forward") {
    const known = { id: found.id, lead };
    await placeByRule(batch, { arrived, known, goal: decision.goal, fold, funnels, still });
  } else {
    const { suggested } = decision;
    const changes = { ...heardBy(arrived, fold, lead), ...(suggested ? { suggested } : {}) };
    batch.update(found.ref, { ...changes, ...stamp() }, still);
  }
  return (await commitIfSame(batch)) || undefined;
}

/** Somebody of whom there is no lead gets one, without a look; false where there is one. */
async function beginFirst(
  arrived: NewMessage,
  fold: Fold,
  goal: Goal | undefined,
  funnels: readonly KnownFunnel[],
): Promise<boolean> {
  const { workspaceId, conversation } = arrived;
  const leadId = leadIdOf(arrived);
  const batch = db().batch();
  const begun = beginning(arrived, fold, goal, funnels);
  await makeLead(batch, { workspaceId, leadId }, begun);
  batch.create(openLeadsOf(workspaceId, conversation.contactId), {
    [goal?.id ?? nobody]: leadId,
    ended: {},
  });
  showLead(batch, arrived, leadId, begun.funnel);
  if (goal) tellStage(batch, arrived, leadId, goal);
  return (await commit(batch)) === "written";
}
