import * as z from "zod";
import { longestAddress } from "./mail-address.ts";
import { Platform, Provider } from "./provider.ts";
import { Millis, Time } from "./time.ts";
import { Words } from "./wording.ts";

/** What happened on a channel, counted in memory and written at most once a minute. */
export const ChannelHealth = z.object({
  received: z.number().int(),
  duplicates: z.number().int(),
  statuses: z.number().int(),
  refused: z.number().int(),
  deadLetters: z.number().int(),
  sent: z.number().int(),
  failed: z.number().int(),
  /** Known events that mean nothing to the inbox. */
  ignored: z.number().int().default(0),
  /** Messages of which something was missing, since an event never ran, and was made up for. */
  repaired: z.number().int().default(0),
  /** When the provider last sent something signed, when something unsigned came, and how sending last ended. */
  lastEventAt: Millis.nullable(),
  lastRefusedAt: Millis.nullable().default(null),
  lastSentAt: Millis.nullable().default(null),
  lastFailedAt: Millis.nullable().default(null),
});
export type ChannelHealth = z.infer<typeof ChannelHealth>;

/** `workspaces/{w}/channelHealth/{channelId}`: the health as it is counted; its channel shows it within a minute. */
export const StoredHealth = ChannelHealth.extend({ isShown: z.boolean() });

export const noHealth: ChannelHealth = {
  received: 0,
  duplicates: 0,
  statuses: 0,
  refused: 0,
  deadLetters: 0,
  sent: 0,
  failed: 0,
  ignored: 0,
  repaired: 0,
  lastEventAt: null,
  lastRefusedAt: null,
  lastSentAt: null,
  lastFailedAt: null,
};

/** What the provider last told about the account itself, such as a number whose quality fell. */
export const ChannelNotice = z.object({
  level: z.enum(["info", "warning", "error"]),
  code: z.string(),
  text: z.string(),
  /** What to call it, where the provider's folder says so. */
  words: Words.optional(),
  at: Millis,
});
export type ChannelNotice = z.infer<typeof ChannelNotice>;

/** `workspaces/{w}/channels/{channelId}`: one connected address. Its credentials live in `channelSecrets`. */
export const Channel = z.object({
  provider: Provider,
  platform: Platform,
  name: z.string().min(1).max(80),
  enabled: z.boolean(),
  /** Our own address on it, in the platform's form: E.164, e-mail address, account id. */
  address: z.string().min(1).max(longestAddress),
  /** Public settings of the provider; never a secret. */
  settings: z.record(z.string(), z.string()),
  health: ChannelHealth,
  notice: ChannelNotice.optional(),
  createdAt: Time,
  updatedAt: Time,
});
export type Channel = z.infer<typeof Channel>;

/** `workspaces/{w}/channelSecrets/{channelId}`: credentials as AES-256-GCM, base64. No client can read it. */
export const ChannelSecret = z.object({ sealed: z.string(), updatedAt: Time });
export type ChannelSecret = z.infer<typeof ChannelSecret>;
