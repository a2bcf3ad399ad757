import { isUnproven } from "@hilo/schema";
import { tellContact } from "../contacts/contacts.ts";
import { factsOf } from "../contacts/proof.ts";
import { contactOf } from "../contacts/store.ts";
import { personIn } from "../conversations/person.ts";
import { conversationsOf } from "../conversations/store.ts";
import { AppError } from "../platform/errors.ts";
import { db, FieldValue } from "../platform/firestore.ts";
import { spend } from "../platform/rate-budget.ts";
import { senderOf } from "../providers/webchat/inbound.ts";
import type { Caller } from "./visitors.ts";

/** How often one visitor may say where they are written to. */
const pace = { most: 5, ms: 60 * 60_000 };

/**
 * Keeps where a visitor is written to when they do not see an answer, with their conversation and their contact.
 * Nobody has proved it: no other person is found by it. Throws `notFound` before they have written anything.
 */
export async function leaveAddress(caller: Caller, email: string): Promise<void> {
  const { workspaceId, conversationId } = caller;
  const key = ["address", workspaceId, conversationId].join("\n");
  if (!spend({ key, ...pace }))
    throw new AppError("tooMany", "Too many addresses for now. Try again later.");
  const ref = conversationsOf(workspaceId).doc(conversationId);
  const told = email.toLowerCase();
  await db().runTransaction(async (transaction) => {
    const sender = senderOf(caller);
    const found = await personIn(transaction, { workspaceId, conversationId }, sender);
    if (!found) throw new AppError("notFound", "There is no conversation yet.");
    const { contactId } = found;
    const person = contactOf(workspaceId, contactId);
    const known = factsOf(await transaction.get(person));
    await found.write();
    const isVouched = told === sender.email && !isUnproven(sender, "email");
    const isNews = !isVouched && !known.emails.includes(told);
    transaction.update(person, {
      emails: FieldValue.arrayUnion(told),
      ...(isNews ? { unproven: FieldValue.arrayUnion(told) } : {}),
      updatedAt: FieldValue.serverTimestamp(),
    });
    if (!known.emails.includes(told))
      await tellContact(transaction, { workspaceId, contactId }, ["emails"]);
    transaction.update(ref, { "mailing.address": told });
  });
}
