import * as z from "zod";
import { Platform } from "./provider.ts";
import { Words } from "./wording.ts";

/** One thing an administrator enters to connect an account, as a form shows it. */
export const ChannelField = z.object({
  name: z.string(),
  /** `address` is our own address on the channel; credentials are written once and never shown. */
  in: z.enum(["address", "settings", "credentials"]),
  label: Words,
  /** Where to find it. */
  help: Words.optional(),
  required: z.boolean(),
  /** A regular expression that the whole value matches. */
  pattern: z.string().optional(),
  /** The values to choose from, where there are few. */
  choices: z.array(z.string()).readonly().optional(),
  /** What to call those of the choices that are no words of their own. */
  choiceWords: z.record(z.string(), Words).readonly().optional(),
  /** Set where the value is one of the workspace's own channels: their platform. */
  channelOf: Platform.optional(),
  /** Taken when nothing is entered. */
  preset: z.string().optional(),
  /** Whether it may have several lines. */
  multiline: z.boolean().optional(),
  /** The settings that tell where a secret is sent: when one of them changes, it is entered anew. */
  boundTo: z.array(z.string()).readonly().optional(),
  /** A secret of our own making, which the form can invent. */
  invented: z.boolean().optional(),
});
export type ChannelField = z.infer<typeof ChannelField>;

/** An address to enter at the provider; `{name}` in it stands for a credential of that name. */
export const WebhookAddress = z.object({
  url: z.string(),
  label: Words.optional(),
  /** Where to enter it. */
  help: Words.optional(),
});
export type WebhookAddress = z.infer<typeof WebhookAddress>;

/** What a connection test found; the first error says what to mend. */
export const Finding = z.object({
  level: z.enum(["ok", "warning", "error"]),
  /** A short name of it. */
  code: z.string(),
  /** In English, with the provider's own words. */
  text: z.string(),
  /** What it is called and what to do about it, unless any provider may find it: then the console says so. */
  words: Words.optional(),
});
export type Finding = z.infer<typeof Finding>;

/** What any provider's test may find to be well. */
export type CommonGood = "account" | "credentials" | "number" | "webhook";

/** What any provider's test may find to be wrong. */
export type CommonTrouble =
  | "credentials"
  | "noAccount"
  | "otherAccount"
  | "otherNumber"
  | "webhookElsewhere"
  | "webhookMissing"
  | "unreachable"
  | "rateLimited"
  | "timeout"
  | "unexpected"
  | "failed";
