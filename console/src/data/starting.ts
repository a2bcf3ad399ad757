import type { MessageState, PublicChannel } from "@hilo/schema";
import { call } from "./api.ts";
import { channels } from "./channels.ts";

/** The channels on which a conversation can be begun by phone. */
export function startable(): readonly PublicChannel[] {
  return channels.value.filter((one) => one.enabled && one.capabilities?.canStart);
}

/** Begins a conversation by writing to a phone; `id` makes a second try the same message. */
export function begin(
  channelId: string,
  id: string,
  message: { to: string; name: string; text: string },
): Promise<MessageState> {
  const { to, text } = message;
  const name = message.name.trim();
  const body = { messageId: id, kind: "text" as const, to, text, ...(name ? { name } : {}) };
  return call("startConversation", { params: { channelId }, body, key: id });
}
