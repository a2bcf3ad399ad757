import * as z from "zod";
import { Items, soft, WhatsAppMessage } from "../meta-wire.ts";

const text = soft(z.string());

/** What Kapso adds to a message of Meta's shape; nothing of it is certain. */
const Extension = z.looseObject({
  direction: text,
  status: text,
  /** `cloud_api`, `business_app` (written in the phone's own app) or `history_sync` (older than the connection). */
  origin: text,
  statuses: Items.optional(),
  transcript: soft(z.looseObject({ text })),
  media_url: text,
  media_data: soft(
    z.looseObject({ url: text, filename: text, content_type: text, byte_size: soft(z.number()) }),
  ),
});

export const KapsoMessage = WhatsAppMessage.extend({ kapso: soft(Extension) });
export type KapsoMessage = z.infer<typeof KapsoMessage>;

/** The conversation beside a message: where it names the person whom the message itself may not name. */
export const Conversation = z.looseObject({
  phone_number: text,
  business_scoped_user_id: text,
  username: text,
  kapso: soft(z.looseObject({ contact_name: text })),
});
export type Conversation = z.infer<typeof Conversation>;

/** One event of version 2. @see https://docs.kapso.ai/docs/platform/webhooks/message-events */
export const Payload = z.looseObject({
  message: z.unknown().optional(),
  conversation: soft(Conversation),
  phone_number_id: soft(z.union([z.string(), z.number()]).transform(String)),
});
export type Payload = z.infer<typeof Payload>;

/** A body with several events of one kind. */
export const Batch = z.looseObject({ batch: z.literal(true), type: text, data: Items });

/** What the account's owner enters: the key sends, the secret signs webhooks. */
export const KapsoCredentials = z.object({
  apiKey: z.string().min(1),
  webhookSecret: z.string().min(1),
  /** Still accepted on webhooks while a secret is being changed. */
  previousWebhookSecret: z.string().min(1).optional(),
});
export type KapsoCredentials = z.infer<typeof KapsoCredentials>;
