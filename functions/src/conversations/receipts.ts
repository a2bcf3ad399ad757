import { Conversation } from "@hilo/schema";
import { accountFrom, connectionOf } from "../channels/connections.ts";
import { read } from "../platform/firestore.ts";
import { log } from "../platform/log.ts";
import { adapterOf } from "../providers/index.ts";
import { newestMessages } from "./newest.ts";
import { conversationsOf } from "./store.ts";

/** How many messages back the customer's last one is looked for. */
const within = 10;

/**
 * Shows the customer that their messages were read, where the platform has such a thing and the channel's setting
 * `readReceipts` is not "off". Failing costs nobody anything, so it is only logged.
 */
export async function showRead(workspaceId: string, conversationId: string): Promise<void> {
  const conversation = read(
    Conversation,
    await conversationsOf(workspaceId).doc(conversationId).get(),
  );
  const channel = conversation && adapterOf(conversation.provider);
  if (!conversation || !channel?.seen) return;
  const connection = await connectionOf(workspaceId, conversation.channelId);
  if (!connection?.credentials || connection.channel.settings.readReceipts === "off") return;
  const newest = await newestMessages(workspaceId, conversationId, within);
  const last = newest.find(({ direction }) => direction === "inbound");
  if (!last?.externalId) return;
  const account = accountFrom(connection);
  const message = { externalId: last.externalId, to: conversation.address, account };
  try {
    await channel.seen(message, connection.credentials);
  } catch (error) {
    log.warn("receipt.failed", { conversationId, error });
  }
}
