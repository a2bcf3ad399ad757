import * as z from "zod";

/** A part that is left out when it is missing or of another shape: only what names an event must be right. */
function maybe<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

const text = maybe(z.string());

/** Ids exceed what a JavaScript number holds: they stay strings. */
const id = z.string().min(1).max(100);

const url = z.looseObject({ url: z.string(), expanded_url: text });

const variant = z.looseObject({ url: z.string(), content_type: text, bitrate: maybe(z.number()) });

const mediaObject = z.looseObject({
  url: text,
  media_url_https: text,
  type: text,
  video_info: maybe(z.looseObject({ variants: z.array(variant) })),
});
export type XMedia = z.infer<typeof mediaObject>;

const attachment = z.looseObject({
  type: text,
  media: maybe(mediaObject),
  location: maybe(
    z.looseObject({
      shared_coordinate: maybe(
        z.looseObject({
          coordinates: z.looseObject({ coordinates: z.tuple([z.number(), z.number()]) }),
        }),
      ),
    }),
  ),
});

const messageData = z.looseObject({
  text,
  entities: maybe(z.looseObject({ urls: maybe(z.array(url)) })),
  attachment: maybe(attachment),
  quick_reply_response: maybe(z.looseObject({ metadata: text })),
});
export type MessageData = z.infer<typeof messageData>;

/** One direct message, in the form that both kinds of subscription share. */
export const DirectMessage = z.looseObject({
  type: z.literal("message_create"),
  id,
  created_timestamp: text,
  message_create: z.looseObject({
    sender_id: id,
    target: maybe(z.looseObject({ recipient_id: id })),
    source_app_id: text,
    message_data: messageData,
  }),
});
export type DirectMessage = z.infer<typeof DirectMessage>;

export const MarkRead = z.looseObject({
  created_timestamp: z.string(),
  sender_id: id,
  target: z.looseObject({ recipient_id: id }),
  last_read_event_id: text,
});
export type MarkRead = z.infer<typeof MarkRead>;

/** A message that only X's own apps can read. */
export const Encrypted = z.looseObject({
  id,
  created_at_msec: text,
  sender_id: id,
  conversation_id: text,
});
export type Encrypted = z.infer<typeof Encrypted>;

const events = maybe(z.array(z.unknown()));

/** What happened to an account; the X Activity API puts it into an envelope of its own. */
export const Activity = z.looseObject({
  for_user_id: maybe(id),
  direct_message_events: events,
  direct_message_mark_read_events: events,
  direct_message_indicate_typing_events: events,
  users: maybe(z.record(z.string(), z.unknown())),
  user_event: maybe(
    z.looseObject({
      revoke: maybe(z.looseObject({ source: maybe(z.looseObject({ user_id: id })) })),
    }),
  ),
});
export type Activity = z.infer<typeof Activity>;

/** @see https://docs.x.com/x-api/activity/introduction */
export const Envelope = z.looseObject({
  data: z.looseObject({
    event_type: z.string().min(1),
    filter: maybe(z.looseObject({ user_id: id })),
    payload: z.unknown().optional(),
  }),
});

const person = z.looseObject({ name: text, screen_name: text, username: text });

/** A person of `users`: bare in the old form, under `data` in the new one. */
export const Person = z.union([
  z.looseObject({ data: person }).transform(({ data }) => data),
  person,
]);
export type Person = z.infer<typeof Person>;

const secret = z.string().min(1);

/**
 * What the app's owner enters. The consumer secret signs webhooks. With consumer key and token secret calls are
 * signed by OAuth 1.0a, whose tokens do not run out; without them the access token is a bearer token of OAuth 2.
 */
export const XCredentials = z.object({
  consumerSecret: secret,
  /** Still accepted on webhooks while the secret is being changed. */
  previousConsumerSecret: secret.optional(),
  consumerKey: secret.optional(),
  accessToken: secret,
  accessTokenSecret: secret.optional(),
  /** The app's own token, by which its webhooks can be looked at. */
  bearerToken: secret.optional(),
});
export type XCredentials = z.infer<typeof XCredentials>;
