import * as z from "zod";

/** Who carries a channel. */
export const Provider = z.enum(["twilio", "meta", "telegram", "kapso", "email", "x", "webchat"]);
export type Provider = z.infer<typeof Provider>;

/** What the customer sees. */
export const Platform = z.enum([
  "whatsapp",
  "sms",
  "messenger",
  "instagram",
  "telegram",
  "email",
  "webchat",
  "x",
  "voice",
]);
export type Platform = z.infer<typeof Platform>;
