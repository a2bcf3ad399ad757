import * as z from "zod";
import { Capabilities } from "../capabilities.ts";
import { ChannelHealth, ChannelNotice } from "../channel.ts";
import { ChannelField, Finding, WebhookAddress } from "../channel-field.ts";
import { FieldName, Slug } from "../id.ts";
import { longestAddress } from "../mail-address.ts";
import { Platform, Provider } from "../provider.ts";
import { channelRoutes } from "../routes/channels.ts";
import { line, lines, name } from "../text.ts";
import type { EndpointsOf } from "./endpoint.ts";
import { seenOf } from "./seen.ts";

export const PublicChannel = z.object({
  id: z.string(),
  provider: Provider,
  platform: Platform,
  name: z.string(),
  enabled: z.boolean(),
  address: z.string(),
  /** Null for a provider whose sending is not built yet. */
  capabilities: Capabilities.nullable(),
  /** Set where a person may still answer for some days after the window; the account may lack that permission. */
  humanAgent: z.boolean().optional(),
  /** For administrators. */
  health: ChannelHealth.optional(),
  notice: ChannelNotice.optional(),
});
export type PublicChannel = z.infer<typeof PublicChannel>;

/** A kind of account that can be connected, and what that takes. */
export const ChannelKind = z.object({
  provider: Provider,
  platform: Platform,
  fields: z.array(ChannelField),
  /** Whether a connection test can ask the provider. */
  testable: z.boolean(),
});
export type ChannelKind = z.infer<typeof ChannelKind>;

/** What an administrator sees of a channel; of its credentials only which are stored. */
export const ChannelDetails = PublicChannel.omit({ capabilities: true }).extend({
  settings: z.record(z.string(), z.string()),
  /** The names of the stored credentials; null when they cannot be read. */
  stored: z.array(z.string()).nullable(),
  webhooks: z.array(WebhookAddress),
});
export type ChannelDetails = z.infer<typeof ChannelDetails>;

const address = line(longestAddress);
/** Those of one line are held to it by their field. */
const settings = z.record(FieldName, lines(2000));
const credential = lines(10_000);
const credentials = z.record(FieldName, credential);

const NewChannel = z.strictObject({
  /** Stands in the webhook's address; made from the name when left out. */
  id: Slug.optional(),
  provider: Provider,
  platform: Platform,
  name: name(80),
  address: address.default(""),
  settings: settings.default({}),
  /** The provider's credentials; written once, encrypted, never shown again. */
  credentials,
});

const Tried = NewChannel.pick({
  provider: true,
  platform: true,
  address: true,
  settings: true,
  credentials: true,
});

const ChannelChanges = z.strictObject({
  name: name(80).optional(),
  enabled: z.boolean().optional(),
  address: address.optional(),
  /** Only those that change; an empty one is taken away. */
  settings: settings.optional(),
  /** Only those that change: those left out stay as they are, null takes one away. */
  credentials: z.record(FieldName, credential.nullable()).optional(),
  /** Takes away what the provider last told about the account. */
  notice: z.null().optional(),
  seen: seenOf("name", "enabled", "address", "settings"),
});
export type ChannelChanges = z.infer<typeof ChannelChanges>;

/** `testable` false: this provider has no connection test. */
const Tested = z.object({ testable: z.boolean(), findings: z.array(Finding) });

export const channelEndpoints = {
  listChannels: {
    ...channelRoutes.listChannels,
    summary: "The channels, with what each can carry; for administrators also their health",
    response: z.object({ channels: z.array(PublicChannel) }),
  },
  listChannelKinds: {
    ...channelRoutes.listChannelKinds,
    summary: "The kinds of account that can be connected, with the fields of each",
    response: z.object({ kinds: z.array(ChannelKind) }),
  },
  getChannel: {
    ...channelRoutes.getChannel,
    summary: "A channel's settings, webhook addresses and health; nothing secret",
    response: ChannelDetails,
  },
  addChannel: {
    ...channelRoutes.addChannel,
    summary: "Add a channel with its credentials",
    body: NewChannel,
    response: z.object({ id: z.string(), webhook: z.url() }),
    status: 201,
  },
  changeChannel: {
    ...channelRoutes.changeChannel,
    summary: "Change a channel's name, address, settings or some credentials, disable or enable it",
    body: ChannelChanges,
    response: ChannelDetails,
  },
  testChannel: {
    ...channelRoutes.testChannel,
    summary: "Ask the provider whether a channel works, with changes that are not saved yet",
    body: ChannelChanges.pick({ address: true, settings: true, credentials: true }),
    response: Tested,
  },
  tryChannel: {
    ...channelRoutes.tryChannel,
    summary: "Ask the provider whether an account would work, before it is added",
    body: Tried,
    response: Tested,
  },
} as const satisfies EndpointsOf<typeof channelRoutes>;
