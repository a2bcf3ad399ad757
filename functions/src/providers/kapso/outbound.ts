import * as z from "zod";
import { type OutboundMessage, ProviderError, type Receipt } from "../adapter.ts";
import { whatsappBody } from "../meta-outbound.ts";
import { callProxy } from "./proxy.ts";
import type { KapsoCredentials } from "./wire.ts";

const Sent = z.looseObject({ messages: z.tuple([z.looseObject({ id: z.string().min(1) })]) });

/** Hands a message to WhatsApp by Kapso's proxy, in Meta's own form. */
export async function send(
  message: OutboundMessage,
  credentials: KapsoCredentials,
): Promise<Receipt> {
  const { settings } = message;
  const path = `${numberOf(settings)}/messages`;
  const { body } = await callProxy(path, settings, credentials, whatsappBody(message));
  const sent = Sent.safeParse(body);
  if (!sent.success)
    throw new ProviderError("unknown", "noId", "Kapso took the message without naming it");
  return { externalId: sent.data.messages[0].id };
}

/** Shows the customer that their messages up to this one were read. */
export async function seen(
  { externalId, account }: { externalId: string; account: { settings: Record<string, string> } },
  credentials: KapsoCredentials,
): Promise<void> {
  const { settings } = account;
  const body = { messaging_product: "whatsapp", status: "read", message_id: externalId };
  await callProxy(`${numberOf(settings)}/messages`, settings, credentials, body);
}

/** The number's id at Meta, by which the proxy knows it. */
export function numberOf({ phoneNumberId }: Record<string, string>): string {
  if (phoneNumberId) return encodeURIComponent(phoneNumberId);
  throw new ProviderError("refused", "404", "The channel has no phone number id");
}
