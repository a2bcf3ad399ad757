import { nobody } from "@hilo/schema";
import type { NewMessage } from "../conversations/new-message.ts";
import { conversationsOf } from "../conversations/store.ts";
import { tell } from "../events/tell.ts";
import { newId } from "../platform/clock.ts";
import { commit, db, FieldValue } from "../platform/firestore.ts";
import { countingIn } from "../settings/settings.ts";
import { count, uncount } from "../stats/count.ts";
import { leadOf } from "./store.ts";

/** A new conversation becomes a lead, once: its id is the conversation's, so a second try finds it. */
export async function openLead(arrived: NewMessage): Promise<boolean> {
  const { workspaceId, conversationId, message, conversation } = arrived;
  if (message.direction !== "inbound" || message.past || conversation.leadId !== null) return false;
  if (conversation.contactId === nobody) throw new Error("Nobody knows yet whose it is");
  const counting = await countingIn(workspaceId);
  const batch = db().batch();
  batch.create(leadOf(workspaceId, conversationId), {
    conversationId,
    contactId: conversation.contactId,
    name: conversation.contact.name,
    platform: conversation.platform,
    kind: "sale",
    state: "new",
    value: null,
    ownerId: conversation.assigneeId,
    teamId: conversation.teamId,
    notes: "",
    openedAt: message.providerAt,
    createdAt: FieldValue.serverTimestamp(),
    updatedAt: FieldValue.serverTimestamp(),
  });
  batch.update(conversationsOf(workspaceId).doc(conversationId), { leadId: conversationId });
  count(batch, { ...counting, conversationId, at: message.providerAt }, { leads: true });
  const about = { leadId: conversationId, conversationId };
  const source = `${conversationId}/${message.providerAt}`;
  await tell(batch, { workspaceId, type: "lead.created", source, about, data: {} });
  return (await commit(batch)) === "written";
}

/** Of a conversation that turned out to be a part of this one, the lead goes, unless somebody has worked on it. */
export async function followMove(arrived: NewMessage): Promise<boolean> {
  const { workspaceId, conversationId, message, conversation } = arrived;
  const { movedFrom } = message;
  if (!movedFrom) return false;
  const counting = await countingIn(workspaceId);
  return db().runTransaction(async (transaction) => {
    const ref = leadOf(workspaceId, movedFrom);
    const about = { leadId: movedFrom, conversationId };
    const [lead, own] = await transaction.getAll(ref, leadOf(workspaceId, conversationId));
    if (!lead?.exists) return false;
    if (lead.get("state") !== "new" || !own?.exists) {
      const { contactId } = conversation;
      if (lead.get("conversationId") === conversationId) return false;
      transaction.update(ref, { conversationId, contactId });
      const data = { changed: ["conversationId", "contactId"] };
      await tell(transaction, { workspaceId, type: "lead.updated", source: newId(), about, data });
      return true;
    }
    transaction.delete(ref);
    await tell(transaction, {
      workspaceId,
      type: "lead.deleted",
      source: newId(),
      about,
      data: {},
    });
    const at = Number(lead.get("openedAt") ?? message.providerAt);
    uncount(transaction, { ...counting, conversationId: movedFrom, at }, { leads: true });
    return true;
  });
}

export const reactions = { openLead, followMove };
