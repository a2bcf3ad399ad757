import * as z from "zod";

// https://developers.facebook.com/docs/messenger-platform/reference/send-api

const button = z.looseObject({
  type: z.string(),
  title: z.string().max(20).optional(),
  payload: z.string().max(1000).optional(),
  url: z.string().optional(),
});
const element = z.looseObject({
  title: z.string().max(80),
  subtitle: z.string().max(80).optional(),
  image_url: z.string().optional(),
  buttons: z.array(button).max(3).optional(),
});
const payload = z.looseObject({
  url: z.string().optional(),
  attachment_id: z.string().optional(),
  template_type: z.string().optional(),
  text: z.string().max(640).optional(),
  buttons: z.array(button).min(1).max(3).optional(),
  elements: z.array(element).max(10).optional(),
});
const attachment = z.object({
  type: z.enum(["image", "audio", "video", "file", "template"]),
  payload: payload.default({}),
});
const quickReply = z.looseObject({
  content_type: z.enum(["text", "user_phone_number", "user_email"]),
  title: z.string().max(20).optional(),
  payload: z.string().max(1000).optional(),
});
const template = z.looseObject({
  name: z.string().min(1),
  language: z.looseObject({ code: z.string() }),
  components: z
    .array(
      z.looseObject({
        type: z.string(),
        index: z.unknown().optional(),
        parameters: z.array(z.looseObject({ text: z.string().optional() })).optional(),
      }),
    )
    .optional(),
});

const message = z.strictObject({
  text: z.string().min(1).optional(),
  attachment: attachment.optional(),
  quick_replies: z.array(quickReply).max(13).optional(),
  metadata: z.string().max(1000).optional(),
  template: template.optional(),
});

/** A body of POST …/messages of a page or an Instagram account. */
export const PageSend = z.strictObject({
  recipient: z.object({
    id: z.coerce.string().optional(),
    comment_id: z.string().optional(),
    user_ref: z.string().optional(),
  }),
  messaging_type: z.enum(["RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY"]).optional(),
  tag: z.string().optional(),
  message: message.optional(),
  reply_to: z.object({ mid: z.string() }).optional(),
  notification_type: z.string().optional(),
  sender_action: z.enum(["typing_on", "typing_off", "mark_seen", "react", "unreact"]).optional(),
  payload: z.object({ message_id: z.string(), reaction: z.string().optional() }).optional(),
  access_token: z.string().optional(),
});
export type PageSend = z.infer<typeof PageSend>;
export type PageMessage = z.infer<typeof message>;
