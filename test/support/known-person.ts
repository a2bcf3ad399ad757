import { Contact, Conversation, Lead, type OptOut } from "@hilo/schema";
import { contactOf, identitiesOf } from "../../functions/src/contacts/store.ts";
import { conversationsOf } from "../../functions/src/conversations/store.ts";
import { leadOf } from "../../functions/src/leads/store.ts";
import { read } from "../../functions/src/platform/firestore.ts";

/** The contact whose a conversation is, once that is known. */
export async function contactIn(
  workspaceId: string,
  conversationId: string,
): Promise<(Contact & { id: string }) | undefined> {
  const found = await conversationsOf(workspaceId).doc(conversationId).get();
  const id = read(Conversation, found)?.contactId ?? "none";
  const contact = read(Contact, await contactOf(workspaceId, id).get());
  return contact && { ...contact, id };
}

/** What was asked for at the addresses that lead to a conversation: one wish, whichever of them is looked at. */
export async function optOutIn(
  workspaceId: string,
  conversationId: string,
): Promise<OptOut | undefined> {
  const leading = identitiesOf(workspaceId).where("conversationId", "==", conversationId);
  const { docs } = await leading.get();
  const [first, ...others] = docs.map((doc) => doc.get("optOut") as OptOut | undefined);
  for (const other of others)
    if (other?.scope !== first?.scope) throw new Error("Its names say different things");
  return first;
}

/** The lead that a conversation has, once it has one. */
export async function leadIn(
  workspaceId: string,
  conversationId: string,
): Promise<(Lead & { id: string }) | undefined> {
  const found = await conversationsOf(workspaceId).doc(conversationId).get();
  const id = read(Conversation, found)?.leadId ?? "none";
  const lead = read(Lead, await leadOf(workspaceId, id).get());
  return lead && { ...lead, id };
}
