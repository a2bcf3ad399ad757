import type { MessageState, Platform, PublicChannel, SentMail } from "@hilo/schema";
import { call } from "./api.ts";
import { channels } from "./channels.ts";
import { countUse } from "./templates.ts";

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

/** Whether who has not written lately can be reached by an approved template only. */
export function needsTemplate({ capabilities }: Pick<PublicChannel, "capabilities">): boolean {
  return Boolean(capabilities?.templates && capabilities.replyWindow !== null);
}

/** A first message: words of one's own, or an approved template with its values. */
export type First = { to: string; name: string } & (
  | { text: string; subject: string; mail?: SentMail | undefined }
  | { templateId: string; variables: Record<string, string> }
);

/** Begins a conversation by writing to an address; `id` makes a second try the same message. */
export async function begin(channelId: string, id: string, message: First): Promise<MessageState> {
  const name = message.name.trim();
  const about = { messageId: id, to: message.to, ...(name ? { name } : {}) };
  const body = { ...about, ...contentOf(message) };
  const begun = await call("startConversation", { params: { channelId }, body });
  if ("templateId" in message) countUse(message.templateId);
  return begun;
}

function contentOf(message: First) {
  if ("templateId" in message) {
    const { templateId: id, variables } = message;
    return { kind: "template" as const, template: { id, variables } };
  }
  const subject = message.subject.trim();
  const { text, mail } = message;
  const about = { ...(subject ? { subject } : {}), ...(mail ? { mail } : {}) };
  return { kind: "text" as const, ...(text === "" ? {} : { text }), ...about };
}
