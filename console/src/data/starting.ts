import type { MessageState, Platform, PublicChannel } from "@hilo/schema";
import { call } from "./api.ts";
import { channels } from "./channels.ts";

/** What people are addressed by, where they can be written to first; a provider's own ids nobody knows. */
const addressed: Partial<Record<Platform, "phone" | "mail">> = {
  whatsapp: "phone",
  sms: "phone",
  email: "mail",
};

/** How somebody is addressed on a channel. */
export function addressedBy({ platform }: Pick<PublicChannel, "platform">): "phone" | "mail" {
  return addressed[platform] ?? "phone";
}

/** The channels on which a conversation can be begun by phone or mail address. */
export function startable(): readonly PublicChannel[] {
  return channels.value.filter(
    ({ enabled, capabilities, platform }) =>
      enabled && capabilities?.canStart && addressed[platform] !== undefined,
  );
}

/** Begins a conversation by writing to an address; `id` makes a second try the same message. */
export function begin(
  channelId: string,
  id: string,
  message: { to: string; name: string; subject: string; text: string },
): Promise<MessageState> {
  const { to, text } = message;
  const [name, subject] = [message.name.trim(), message.subject.trim()];
  const body = {
    messageId: id,
    kind: "text" as const,
    to,
    text,
    ...(name ? { name } : {}),
    ...(subject ? { subject } : {}),
  };
  return call("startConversation", { params: { channelId }, body, key: id });
}
