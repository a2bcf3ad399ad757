import type { ConsentEvent } from "@hilo/schema";
import type { Connection } from "../connections/connections.ts";
import { contactOf } from "../contacts/store.ts";
import { now } from "../platform/clock.ts";
import { hash } from "../platform/crypto.ts";
import { alreadyExists, db, FieldValue } from "../platform/firestore.ts";
import { conversationsOf, messageOf } from "./store.ts";
import { systemLine } from "./system-line.ts";
import { conversationWith } from "./whose.ts";

/** Somebody blocked us or let us write again: told in the thread, heeded by every send. */
export async function recordConsent(
  connection: Connection,
  event: ConsentEvent,
): Promise<"recorded" | "duplicate" | "ignored"> {
  const { workspaceId, channelId } = connection;
  const conversationId = await conversationWith(connection, event.sender);
  if (event.conversationId !== undefined && event.conversationId !== conversationId)
    return "ignored";
  const conversationRef = conversationsOf(workspaceId).doc(conversationId);
  const lineRef = messageOf(workspaceId, conversationId, hash(channelId, event.externalId));
  const stop = event.consent === "stop";
  const at = event.at ?? now();
  try {
    return await db().runTransaction(async (transaction) => {
      const conversation = await transaction.get(conversationRef);
      // Whoever has no conversation here is nobody we would write to.
      if (!conversation.exists) return "ignored";
      const system = { type: "system", id: "hilo", name: "Hilo" };
      const line = systemLine({ type: stop ? "optOut" : "optIn" }, system);
      transaction.create(lineRef, { ...line, providerAt: at });
      // The last wish holds, whichever is heard last.
      if (Number(conversation.get("consentAt") ?? 0) > at) return "recorded";
      // Who only stopped marketing is answered all the same; what is sent to many heeds the contact's wish.
      const answered = stop && event.scope === "marketing";
      transaction.update(conversationRef, {
        consentAt: at,
        ...(answered ? {} : { optedOut: stop }),
      });
      const wish = stop ? true : FieldValue.delete();
      const contact = contactOf(workspaceId, String(conversation.get("contactId")));
      transaction.set(contact, { optOut: { [channelId]: wish } }, { merge: true });
      return "recorded";
    });
  } catch (error) {
    if ((error as { code?: unknown }).code === alreadyExists) return "duplicate";
    throw error;
  }
}
