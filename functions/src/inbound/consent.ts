import type { ConsentEvent } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { conversationWith } from "../conversations/conversation-of.ts";
import { keepWish } from "../conversations/early-wishes.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { heeding, lineOf } from "../conversations/wishes.ts";
import { heedMailWish } from "../outbound/mail-recipients.ts";
import { now } from "../platform/clock.ts";
import { hash } from "../platform/crypto.ts";
import { alreadyExists, db } from "../platform/firestore.ts";

/** Who wants no more mails gets none of what they do not see in a chat either. */
async function stopUnseen(
  { workspaceId, channelId }: Connection,
  { sender, consent }: ConsentEvent,
): Promise<void> {
  const address = sender.address.toLowerCase();
  if (consent === "stop") await heedMailWish({ workspaceId, channelId, address }, true);
}

/**
 * Somebody blocked us or let us write again: told in the thread, heeded by every send. Of somebody who has no
 * conversation yet, it waits for it.
 */
export async function recordConsent(
  connection: Connection,
  event: ConsentEvent,
): Promise<"recorded" | "duplicate" | "ignored"> {
  const { workspaceId, channelId } = connection;
  const { sender } = event;
  if (connection.channel.platform === "email") await stopUnseen(connection, event);
  const conversationId = await conversationWith(connection, sender, event.at);
  if (event.conversationId !== undefined && event.conversationId !== conversationId)
    return "ignored";
  const conversationRef = conversationsOf(workspaceId).doc(conversationId);
  const lineId = hash(channelId, event.externalId);
  const wish = { consent: event.consent, scope: event.scope, at: event.at ?? now() };
  try {
    await db().runTransaction(async (transaction) => {
      const conversation = await transaction.get(conversationRef);
      if (!conversation.exists) return keepWish(transaction, connection, sender, { lineId, wish });
      const heed = await heeding(transaction, conversation, { workspaceId, lineId }, wish);
      transaction.create(messageOf(workspaceId, conversationId, lineId), lineOf(wish));
      heed();
    });
    return "recorded";
  } catch (error) {
    if ((error as { code?: unknown }).code === alreadyExists) return "duplicate";
    throw error;
  }
}
