import type { Conversation } from "@hilo/schema";
import { accountFrom, connectionOf } from "../channels/connections.ts";
import { log } from "../platform/log.ts";
import { adapterOf } from "../providers/index.ts";
import { newestMessages } from "./newest.ts";

/** How many messages back the customer's last one is looked for, where the conversation does not name it yet. */
const within = 10;

/**
 * Shows the customer that their messages were read, where the platform has such a thing and the channel's setting
 * `readReceipts` is not "off". Failing costs nobody anything, so it is only logged.
 */
export async function showRead(
  workspaceId: string,
  conversationId: string,
  conversation: Conversation,
): Promise<void> {
  const channel = adapterOf(conversation.provider);
  if (!channel?.seen) return;
  const connection = await connectionOf(workspaceId, conversation.channelId);
  if (!connection?.credentials || connection.channel.settings.readReceipts === "off") return;
  const externalId =
    conversation.lastInboundId ?? (await lastInboundId(workspaceId, conversationId));
  if (!externalId) return;
  const account = accountFrom(connection);
  const message = { externalId, to: conversation.address, account };
  try {
    await channel.seen(message, connection.credentials);
  } catch (error) {
    log.warn("receipt.failed", { conversationId, error });
  }
}

async function lastInboundId(workspaceId: string, conversationId: string) {
  const newest = await newestMessages(workspaceId, conversationId, within);
  return newest.find(({ direction }) => direction === "inbound")?.externalId;
}
