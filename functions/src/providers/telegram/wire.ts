import * as z from "zod";

/** A part that is left out when it is missing or of another shape: only what names an event must be right. */
function maybe<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

const text = maybe(z.string());

export const User = z.looseObject({
  id: z.int(),
  is_bot: maybe(z.boolean()),
  first_name: text,
  last_name: text,
  username: text,
});
export type User = z.infer<typeof User>;

/** A private chat has its person's id and names; the others have a title. */
export const Chat = z.looseObject({
  id: z.int(),
  type: text,
  title: text,
  first_name: text,
  last_name: text,
  username: text,
});
export type Chat = z.infer<typeof Chat>;

/** Any kind of file: some tell a type, some a name, all an id by which `getFile` finds them. */
export const TelegramFile = z.looseObject({
  file_id: z.string().min(1),
  file_size: maybe(z.int().nonnegative()),
  mime_type: text,
  file_name: text,
});
export type TelegramFile = z.infer<typeof TelegramFile>;

const place = z.looseObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

const entity = z.looseObject({
  type: z.string(),
  offset: z.int().nonnegative(),
  length: z.int().nonnegative(),
  url: text,
});
export type Entity = z.infer<typeof entity>;

const button = z.looseObject({ text: z.string(), callback_data: text });

const sticker = TelegramFile.extend({
  is_animated: maybe(z.boolean()),
  is_video: maybe(z.boolean()),
  emoji: text,
  thumbnail: maybe(TelegramFile),
});

const contact = z.looseObject({
  phone_number: z.string(),
  first_name: z.string(),
  last_name: text,
  user_id: maybe(z.int()),
});

/** A message, or what is left of one that is no longer accessible. @see https://core.telegram.org/bots/api#message */
export const TelegramMessage = z.looseObject({
  message_id: z.int(),
  chat: Chat,
  date: maybe(z.int()),
  edit_date: maybe(z.int()),
  from: maybe(User),
  sender_chat: maybe(Chat),
  author_signature: text,
  business_connection_id: z.string().min(1).max(100).optional(),
  sender_business_bot: maybe(User),
  forward_origin: maybe(z.looseObject({})),
  reply_to_message: maybe(
    z.looseObject({ message_id: z.int(), forum_topic_created: z.unknown().optional() }),
  ),
  media_group_id: text,
  text,
  entities: maybe(z.array(entity)),
  caption: text,
  caption_entities: maybe(z.array(entity)),
  photo: maybe(z.array(TelegramFile)),
  animation: maybe(TelegramFile),
  document: maybe(TelegramFile),
  video: maybe(TelegramFile),
  video_note: maybe(TelegramFile),
  voice: maybe(TelegramFile),
  audio: maybe(TelegramFile),
  sticker: maybe(sticker),
  contact: maybe(contact),
  location: maybe(place),
  venue: maybe(z.looseObject({ location: place, title: text, address: text })),
  dice: maybe(z.looseObject({ emoji: z.string(), value: z.int() })),
  poll: maybe(
    z.looseObject({ question: z.string(), options: z.array(z.looseObject({ text: z.string() })) }),
  ),
  checklist: maybe(
    z.looseObject({ title: z.string(), tasks: z.array(z.looseObject({ text: z.string() })) }),
  ),
  web_app_data: maybe(z.looseObject({ data: z.string(), button_text: z.string() })),
  migrate_to_chat_id: maybe(z.int()),
  migrate_from_chat_id: maybe(z.int()),
  reply_markup: maybe(z.looseObject({ inline_keyboard: z.array(z.array(button)) })),
});
export type TelegramMessage = z.infer<typeof TelegramMessage>;

export const CallbackQuery = z.looseObject({
  id: z.string().min(1).max(200),
  from: User,
  message: maybe(TelegramMessage),
  data: text,
  game_short_name: text,
});
export type CallbackQuery = z.infer<typeof CallbackQuery>;

const reaction = z.looseObject({ type: z.string(), emoji: text });
export type TelegramReaction = z.infer<typeof reaction>;

export const MessageReaction = z.looseObject({
  chat: Chat,
  message_id: z.int(),
  date: maybe(z.int()),
  user: maybe(User),
  actor_chat: maybe(Chat),
  new_reaction: z.array(reaction),
});
export type MessageReaction = z.infer<typeof MessageReaction>;

const membership = z.looseObject({
  status: z.string(),
  can_send_messages: maybe(z.boolean()),
  is_member: maybe(z.boolean()),
});
export type Membership = z.infer<typeof membership>;

export const OwnMembership = z.looseObject({
  chat: Chat,
  from: maybe(User),
  date: maybe(z.int()),
  old_chat_member: maybe(membership),
  new_chat_member: membership,
});
export type OwnMembership = z.infer<typeof OwnMembership>;

export const BusinessConnection = z.looseObject({
  id: z.string().min(1),
  user: User,
  is_enabled: z.boolean(),
  rights: maybe(z.looseObject({ can_reply: maybe(z.boolean()) })),
});
export type BusinessConnection = z.infer<typeof BusinessConnection>;

export const DeletedMessages = z.looseObject({
  business_connection_id: z.string().min(1).max(100),
  chat: Chat,
  message_ids: z.array(z.int()).max(1000),
});
export type DeletedMessages = z.infer<typeof DeletedMessages>;

/** What Telegram posts: its number, and one other key that says what it is. */
export const Update = z.looseObject({ update_id: z.int() });
export type Update = z.infer<typeof Update>;

const secret = z.string().regex(/^[A-Za-z0-9_-]{1,256}$/, "1–256 of A–Z, a–z, 0–9, _ and -");

/** What the bot's owner enters: BotFather's token, and the secret that Telegram puts into every update's header. */
export const TelegramCredentials = z.object({
  token: z.string().regex(/^\d+:[\w-]+$/, "A bot's token, such as 123456789:AA…"),
  secretToken: secret,
  /** Still accepted on updates while a secret is being changed. */
  previousSecretToken: secret.optional(),
});
export type TelegramCredentials = z.infer<typeof TelegramCredentials>;
