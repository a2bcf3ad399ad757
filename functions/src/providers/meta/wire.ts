import * as z from "zod";
import { Items, soft } from "../meta-wire.ts";

/** What the account's owner enters. The app secret signs webhooks and proves our calls; the token sends. */
export const MetaCredentials = z.object({
  appSecret: z.string().min(1),
  /** Still accepted on webhooks while the secret is being changed. */
  previousAppSecret: z.string().min(1).optional(),
  /** Our own word, which Meta repeats when the webhook address is entered. */
  verifyToken: z.string().min(1),
  accessToken: z.string().min(1),
});
export type MetaCredentials = z.infer<typeof MetaCredentials>;

const text = soft(z.string());
const id = soft(z.union([z.string(), z.number()]).transform(String));
const time = soft(z.coerce.number().int().positive());
const flag = soft(z.boolean());

/** The body of every webhook of Meta; what an entry holds is read one by one. */
export const Envelope = z.looseObject({ object: z.string(), entry: z.array(z.unknown()) });

/** What happened at one account: `changes` of fields, `messaging`, or `standby` of another app's conversations. */
export const Entry = z.looseObject({
  id: id,
  time,
  changes: soft(z.array(z.unknown())),
  messaging: soft(z.array(z.unknown())),
  standby: soft(z.array(z.unknown())),
});
export type Entry = z.infer<typeof Entry>;

export const Change = z.looseObject({ field: z.string(), value: z.looseObject({}) });

/** Which of our numbers a change is about. */
export const Metadata = z.looseObject({ phone_number_id: id, display_phone_number: id });

/** The value of a change of a WhatsApp account: the people in it, and lists of what happened. */
export const WhatsAppValue = z.looseObject({
  metadata: soft(Metadata),
  contacts: Items,
  messages: Items,
  message_echoes: Items,
  statuses: Items,
  calls: Items,
  user_preferences: Items,
  history: Items,
  errors: Items,
});
export type WhatsAppValue = z.infer<typeof WhatsAppValue>;

const Person = soft(z.looseObject({ id }));

const Referral = soft(
  z.looseObject({
    ref: text,
    source: text,
    type: text,
    ad_id: id,
    ads_context_data: soft(z.looseObject({ ad_title: text })),
    product: soft(z.looseObject({ id })),
  }),
);
export type PageReferral = z.infer<typeof Referral>;

const Element = z.looseObject({ title: text, subtitle: text });

/** What hangs on a message of Messenger or Instagram; only the kind is certain. */
export const PageAttachment = z.looseObject({
  type: text,
  title: text,
  url: text,
  payload: soft(
    z.looseObject({
      url: text,
      title: text,
      sticker_id: id,
      elements: soft(z.array(Element)),
      product: soft(z.looseObject({ elements: soft(z.array(Element)) })),
      coordinates: soft(
        z.looseObject({ lat: soft(z.coerce.number()), long: soft(z.coerce.number()) }),
      ),
    }),
  ),
});
export type PageAttachment = z.infer<typeof PageAttachment>;

const Written = soft(
  z.looseObject({
    mid: text,
    text,
    is_echo: flag,
    is_deleted: flag,
    is_unsupported: flag,
    app_id: id,
    metadata: text,
    sticker_id: id,
    quick_reply: soft(z.looseObject({ payload: text })),
    attachments: soft(z.array(PageAttachment)),
    reply_to: soft(z.looseObject({ mid: text, story: soft(z.looseObject({ id, url: text })) })),
    referral: Referral,
  }),
);
export type PageMessage = NonNullable<z.infer<typeof Written>>;

/** One event between a person and a page or an Instagram account: exactly one of its parts is there. */
export const Messaging = z.looseObject({
  sender: Person,
  recipient: Person,
  timestamp: time,
  message: Written,
  postback: soft(z.looseObject({ mid: text, title: text, payload: text, referral: Referral })),
  delivery: soft(z.looseObject({ watermark: time })),
  read: soft(z.looseObject({ watermark: time, mid: text })),
  reaction: soft(z.looseObject({ mid: text, action: text, emoji: text, reaction: text })),
  message_edit: soft(z.looseObject({ mid: text, text, num_edit: soft(z.coerce.number()) })),
  optin: soft(
    z.looseObject({
      type: text,
      notification_messages_token: text,
      notification_messages_status: text,
    }),
  ),
  policy_enforcement: soft(z.looseObject({ action: text, reason: text })),
});
export type Messaging = z.infer<typeof Messaging>;

/** Names of the other parts an event can have, which mean nothing to the inbox, and why. */
export const quietParts: Record<string, string> = {
  referral: "The customer came by a link or an advertisement, without writing",
  pass_thread_control: "The conversation was handed to another app",
  take_thread_control: "Another app took the conversation",
  request_thread_control: "Another app asks for the conversation",
  app_roles: "The roles of the page's apps changed",
  account_linking: "The customer linked or unlinked an account",
  response_feedback: "The customer rated an automatic answer",
  typing: "Somebody is typing",
};
