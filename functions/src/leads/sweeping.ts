import { Lead, nobody, tray } from "@hilo/schema";
import { theHouse } from "../conversations/system-line.ts";
import { funnelsIn } from "../funnels/funnels.ts";
import { now } from "../platform/clock.ts";
import { db, read } from "../platform/firestore.ts";
import { leadSettingsOf } from "../settings/lead-settings.ts";
import { leaveSlot, slotsIn } from "./open.ts";
import { isInUse, moveAll } from "./stage-gone.ts";
import { takeStep, theRules } from "./steps.ts";
import { forgottenInTray, leadOf } from "./store.ts";

const dayMs = 24 * 60 * 60 * 1000;
const atOnce = 100;

/** Each night: of whom nobody learned for days what they wanted, the lead is lost, for they gave no answer. */
export async function sweepTray(workspaceId: string): Promise<void> {
  const { sweepAfterDays } = await leadSettingsOf(workspaceId);
  const before = new Date(now() - sweepAfterDays * dayMs);
  let found = 0;
  do {
    const { docs } = await forgottenInTray(workspaceId, before).limit(atOnce).get();
    for (const { id } of docs) await lose(workspaceId, id, before);
    found = docs.length;
  } while (found === atOnce);
}

/** Each night: leads that were moved into a stage while it went follow the others. */
export async function followGone(workspaceId: string): Promise<void> {
  for (const { id, moved = {} } of await funnelsIn(workspaceId)) {
    const stages = Object.entries(moved);
    const used = await Promise.all(stages.map(([stage]) => isInUse(workspaceId, id, stage)));
    const into = Object.fromEntries(stages.filter((_, index) => used[index]));
    if (Object.keys(into).length > 0)
      await moveAll({ ...theHouse, workspaceId, requestId: "", ip: "" }, id, into);
  }
}

/** Whoever wrote in this moment keeps it. */
function lose(workspaceId: string, leadId: string, before: Date): Promise<void> {
  return db().runTransaction(async (transaction) => {
    const lead = read(Lead, await transaction.get(leadOf(workspaceId, leadId)));
    if (lead?.column !== tray || lead.updatedAt > before) return;
    const slots = await slotsIn(transaction, workspaceId, lead.contactId);
    const at = now();
    await takeStep(transaction, {
      ...{ workspaceId, leadId, before: lead, at, step: "ended", by: theRules },
      after: { state: "lost", lostReason: "noAnswer", lostAt: at },
      conversationIds: [],
    });
    leaveSlot(transaction, slots, leadId, { matter: nobody });
  });
}
