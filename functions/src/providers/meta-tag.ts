import type { OurIds } from "@hilo/schema";
import type { OutboundMessage } from "./adapter.ts";
import { proofFor } from "./message-proof.ts";

const form = /^hilo\/([A-Za-z0-9_-]{1,128})\/([A-Za-z0-9_-]{1,128})\/([0-9a-f]{20})$/;

type Sent = Pick<OutboundMessage, "workspaceId" | "channelId" | "conversationId" | "messageId">;

/**
 * Our ids as a provider gives them back: WhatsApp's `biz_opaque_callback_data` (≤ 512 bytes), Messenger's
 * `metadata`. By them a status finds its message even before the send was answered.
 */
export function tagOf(message: Sent): string {
  return `hilo/${message.conversationId}/${message.messageId}/${proofFor(message, message)}`;
}

/** The ids of a tag of ours; undefined for anything else, such as another program's. */
export function idsIn(tag: string | undefined): OurIds | undefined {
  const [, conversationId, messageId, mark] = form.exec(tag ?? "") ?? [];
  return conversationId && messageId && mark ? { conversationId, messageId, mark } : undefined;
}
