import { type IdentityEvent, keyOf } from "@hilo/schema";
import type { Connection } from "../connections/connections.ts";
import { readdress, recognise } from "../contacts/identities.ts";
import { hash } from "../platform/crypto.ts";
import { alreadyExists, db, FieldValue } from "../platform/firestore.ts";
import { conversationsOf, messageOf } from "./store.ts";
import { systemLine } from "./system-line.ts";

/**
 * A person goes by another name from now on: it leads to the conversation they have already, unless they began one
 * by it before this was told. That one goes on.
 */
export async function recordRename(
  connection: Connection,
  event: IdentityEvent,
): Promise<"recorded" | "duplicate" | "ignored"> {
  const { workspaceId, channelId, channel } = connection;
  const { sender, was } = event;
  const known = await recognise(workspaceId, channelId, { address: was });
  if (!known) return "ignored";
  const { conversationId, contactId } = known;
  const begun = hash(channelId, keyOf(sender));
  const lineRef = messageOf(workspaceId, conversationId, hash(channelId, event.externalId));
  const author = { type: "system", id: "hilo", name: "Hilo" };
  const line = systemLine({ type: "addressChanged", to: sender.phone ?? sender.address }, author);
  try {
    await db().runTransaction(async (transaction) => {
      const other = await transaction.get(conversationsOf(workspaceId).doc(begun));
      transaction.create(lineRef, line);
      transaction.update(conversationsOf(workspaceId).doc(conversationId), {
        address: sender.address,
        updatedAt: FieldValue.serverTimestamp(),
      });
      if (other.exists && begun !== conversationId) return;
      const { platform } = channel;
      const person = { workspaceId, channelId, platform, sender, conversationId, contactId };
      readdress(transaction, person);
    });
    return "recorded";
  } catch (error) {
    if ((error as { code?: unknown }).code === alreadyExists) return "duplicate";
    throw error;
  }
}
