import * as z from "zod";

// What the Messages API takes, with its limits:
// https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages

const byFile = z
  .object({ id: z.string().min(1).optional(), link: z.url().optional() })
  .refine((media) => (media.id === undefined) !== (media.link === undefined), {
    error: "exactly one of id and link",
  });
const caption = z.string().max(1024).optional();
const media = byFile.and(z.object({ caption, filename: z.string().max(240).optional() }));

const button = z.object({
  type: z.literal("reply"),
  reply: z.object({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) }),
});
const row = z.object({
  id: z.string().min(1).max(200),
  title: z.string().min(1).max(24),
  description: z.string().max(72).optional(),
});
const section = z.object({ title: z.string().max(24).optional(), rows: z.array(row).min(1) });
const header = z.looseObject({ type: z.string(), text: z.string().max(60).optional() }).optional();
const footer = z.object({ text: z.string().max(60) }).optional();
const bodyOf = (most: number) => z.object({ text: z.string().min(1).max(most) });

const interactive = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("button"),
    header,
    body: bodyOf(1024),
    footer,
    action: z.object({ buttons: z.array(button).min(1).max(3) }),
  }),
  z.object({
    type: z.literal("list"),
    header,
    body: bodyOf(4096),
    footer,
    action: z
      .object({ button: z.string().min(1).max(20), sections: z.array(section).min(1).max(10) })
      .refine(({ sections }) => sections.flatMap((one) => one.rows).length <= 10, {
        error: "Total row count exceeds 10",
      }),
  }),
  z.object({
    type: z.literal("cta_url"),
    header,
    body: bodyOf(1024),
    footer,
    action: z.object({
      name: z.literal("cta_url"),
      parameters: z.object({ display_text: z.string().min(1).max(20), url: z.url() }),
    }),
  }),
  z.object({
    type: z.literal("contact_request"),
    body: bodyOf(1024),
    action: z.object({ name: z.literal("request_contact_info") }),
  }),
]);
export type Interactive = z.infer<typeof interactive>;

const contact = z.looseObject({
  name: z.looseObject({ formatted_name: z.string().min(1) }),
  phones: z.array(z.looseObject({ phone: z.string() })).optional(),
  emails: z.array(z.looseObject({ email: z.string() })).optional(),
});

const parameter = z.looseObject({ type: z.string(), text: z.string().optional() });
const component = z.looseObject({
  type: z.string(),
  parameters: z.array(parameter).optional(),
});
const template = z.object({
  name: z.string().min(1).max(512),
  language: z.looseObject({ code: z.string().min(2) }),
  components: z.array(component).optional(),
});
export type Template = z.infer<typeof template>;

const about = {
  messaging_product: z.literal("whatsapp"),
  recipient_type: z.enum(["individual", "group"]).optional(),
  to: z.string().optional(),
  recipient: z.string().optional(),
  context: z.object({ message_id: z.string().min(1) }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
};

const text = z.object({
  body: z.string().min(1).max(4096),
  preview_url: z.boolean().optional(),
});

/** A body of POST …/messages. */
export const SendBody = z.discriminatedUnion("type", [
  z.strictObject({ ...about, type: z.literal("text"), text }),
  z.strictObject({ ...about, type: z.literal("image"), image: media }),
  z.strictObject({ ...about, type: z.literal("video"), video: media }),
  z.strictObject({
    ...about,
    type: z.literal("audio"),
    audio: byFile.and(z.object({ voice: z.boolean().optional() })),
  }),
  z.strictObject({ ...about, type: z.literal("document"), document: media }),
  z.strictObject({ ...about, type: z.literal("sticker"), sticker: byFile }),
  z.strictObject({
    ...about,
    type: z.literal("location"),
    location: z.object({
      latitude: z.coerce.number().min(-90).max(90),
      longitude: z.coerce.number().min(-180).max(180),
      name: z.string().optional(),
      address: z.string().optional(),
    }),
  }),
  z.strictObject({ ...about, type: z.literal("contacts"), contacts: z.array(contact).min(1) }),
  z.strictObject({ ...about, type: z.literal("interactive"), interactive }),
  z.strictObject({ ...about, type: z.literal("template"), template }),
  z.strictObject({
    ...about,
    type: z.literal("reaction"),
    reaction: z.object({ message_id: z.string().min(1), emoji: z.string().max(40) }),
  }),
]);
export type SendBody = z.infer<typeof SendBody>;

/** The body by which a customer's message is marked as read. */
export const MarkRead = z.strictObject({
  messaging_product: z.literal("whatsapp"),
  status: z.literal("read"),
  message_id: z.string().min(1),
  typing_indicator: z.object({ type: z.literal("text") }).optional(),
});
