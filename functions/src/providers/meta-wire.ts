import { cut as cutText } from "@hilo/schema";
import * as z from "zod";

/** A field that counts as missing when it is of a shape Meta has not described. */
export function soft<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

const text = soft(z.string());
const flag = soft(z.boolean());
/** Ids and times come as text or as numbers. */
const plain = soft(z.union([z.string(), z.number()]).transform(String));
const coordinate = soft(z.coerce.number());

/** A list whose items are read one by one, so that a bad one does not spoil the others. */
export const Items = z.array(z.unknown()).catch([]);

/** A person as WhatsApp describes them beside a message; a phone or a user id may be withheld. */
export const WhatsAppContact = z.looseObject({
  profile: soft(z.looseObject({ name: text, username: text })),
  wa_id: plain,
  user_id: text,
});
export type WhatsAppContact = z.infer<typeof WhatsAppContact>;

/** A file that WhatsApp holds: fetched by its id or, for some minutes, at its address. */
const Media = z.looseObject({
  id: plain,
  url: text,
  mime_type: text,
  filename: text,
  caption: text,
  voice: flag,
});
export type WhatsAppMedia = z.infer<typeof Media>;

const Card = z.looseObject({
  name: soft(z.looseObject({ formatted_name: text, first_name: text, last_name: text })),
  phones: soft(z.array(z.looseObject({ phone: text, wa_id: plain }))),
  emails: soft(z.array(z.looseObject({ email: text }))),
  org: soft(z.looseObject({ company: text })),
});
export type WhatsAppCard = z.infer<typeof Card>;

const Reply = soft(z.looseObject({ id: plain, title: text, description: text }));

const Interactive = z.looseObject({
  type: text,
  button_reply: Reply,
  list_reply: Reply,
  nfm_reply: soft(z.looseObject({ body: text, response_json: text })),
  call_permission_reply: soft(z.looseObject({ response: text })),
});

const Order = z.looseObject({
  text,
  product_items: soft(
    z.array(
      z.looseObject({
        product_retailer_id: plain,
        quantity: plain,
        item_price: plain,
        currency: text,
      }),
    ),
  ),
});
export type WhatsAppOrder = z.infer<typeof Order>;

const Context = z.looseObject({
  id: text,
  forwarded: flag,
  frequently_forwarded: flag,
  referred_product: soft(z.looseObject({ catalog_id: plain, product_retailer_id: plain })),
});

const Referral = z.looseObject({
  source_url: text,
  source_id: plain,
  source_type: text,
  headline: text,
  body: text,
});

/** What Meta says went wrong, in webhooks and in answers. */
export const MetaError = z.looseObject({
  code: plain,
  error_subcode: plain,
  title: text,
  message: text,
  error_data: soft(z.looseObject({ details: text })),
  is_transient: flag,
});
export type MetaError = z.infer<typeof MetaError>;

/** What messages of every kind hold, and edits inside. */
const content = {
  type: text,
  text: soft(z.looseObject({ body: text })),
  image: soft(Media),
  audio: soft(Media),
  video: soft(Media),
  document: soft(Media),
  sticker: soft(Media),
  location: soft(
    z.looseObject({ latitude: coordinate, longitude: coordinate, name: text, address: text }),
  ),
  contacts: soft(z.array(Card)),
  interactive: soft(Interactive),
  button: soft(z.looseObject({ text, payload: text })),
  order: soft(Order),
};

/** A message of a person (or, as an echo, of the business) as WhatsApp writes it; only its own id is certain. */
export const WhatsAppMessage = z.looseObject({
  ...content,
  id: z.string().min(1).max(300),
  from: plain,
  from_user_id: text,
  to: plain,
  to_user_id: text,
  group_id: text,
  timestamp: plain,
  context: soft(Context),
  referral: soft(Referral),
  reaction: soft(z.looseObject({ message_id: text, emoji: text })),
  edit: soft(z.looseObject({ original_message_id: text, message: soft(z.looseObject(content)) })),
  revoke: soft(z.looseObject({ original_message_id: text })),
  system: soft(
    z.looseObject({
      type: text,
      body: text,
      wa_id: plain,
      /** The new number, as the older versions call it. */
      new_wa_id: plain,
      /** The old one, in some versions. */
      customer: plain,
      user_id: text,
    }),
  ),
  errors: soft(z.array(MetaError)),
});
export type WhatsAppMessage = z.infer<typeof WhatsAppMessage>;

/** What a message says, apart from who sent it. */
export type WhatsAppContent = Pick<WhatsAppMessage, keyof typeof content>;

/** What became of a message that was sent. */
export const WhatsAppStatus = z.looseObject({
  id: z.string().min(1).max(300),
  status: z.string(),
  type: text,
  timestamp: plain,
  recipient_id: plain,
  recipient_user_id: text,
  biz_opaque_callback_data: text,
  errors: soft(z.array(MetaError)),
});
export type WhatsAppStatus = z.infer<typeof WhatsAppStatus>;

/** Unix seconds as WhatsApp writes them → milliseconds; null when it is no time. */
export function millisOf(seconds: string | undefined): number | null {
  const time = Number(seconds) * 1000;
  return seconds && Number.isSafeInteger(Math.round(time)) && time > 0 ? Math.round(time) : null;
}

/** No longer than a name may be, and not cut in the middle of a character. */
export function cut(name: string): string {
  return cutText(name, 200);
}
