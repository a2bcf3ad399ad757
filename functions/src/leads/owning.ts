import { Conversation, Lead, nobody } from "@hilo/schema";
import { conversationsOf } from "../conversations/store.ts";
import { now } from "../platform/clock.ts";
import { db, read } from "../platform/firestore.ts";
import { isOpen, takeStep, theRules } from "./steps.ts";
import { leadOf } from "./store.ts";

/** A conversation was given to somebody: so is its lead, where nobody has that yet. */
export function giveLead(workspaceId: string, conversationId: string): Promise<void> {
  return db().runTransaction(async (transaction) => {
    const ref = conversationsOf(workspaceId).doc(conversationId);
    const conversation = read(Conversation, await transaction.get(ref));
    if (!conversation?.leadId || conversation.assigneeId === nobody) return;
    const { leadId, assigneeId, teamId } = conversation;
    const lead = read(Lead, await transaction.get(leadOf(workspaceId, leadId)));
    if (!lead || !isOpen(lead) || lead.ownerId !== nobody) return;
    await takeStep(transaction, {
      ...{ workspaceId, leadId, before: lead, at: now(), step: "changed", by: theRules },
      after: { ownerId: assigneeId, teamId },
      changes: { ownerId: { from: nobody, to: assigneeId } },
      conversationIds: [],
    });
  });
}
