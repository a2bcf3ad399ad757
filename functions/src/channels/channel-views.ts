import {
  type Capabilities,
  Channel,
  type ChannelDetails,
  type ChannelKind,
  may,
  type PublicChannel,
  type Role,
} from "@hilo/schema";
import { largestBytes } from "../files/files.ts";
import { AppError } from "../platform/errors.ts";
import { read } from "../platform/firestore.ts";
import { adapterOf, builtAdapters } from "../providers/index.ts";
import { accountFrom, connectionOf } from "./connections.ts";
import { storedCredentials } from "./secrets.ts";
import { channelsOf } from "./store.ts";

/** The channels of a workspace, with what each can carry; their health for administrators, secrets for nobody. */
export async function listChannels(workspaceId: string, role: Role): Promise<PublicChannel[]> {
  const { docs } = await channelsOf(workspaceId).get();
  return docs.flatMap((doc) => {
    const channel = read(Channel, doc);
    return channel ? [publicChannel(doc.id, channel, may(role, "channels.manage"))] : [];
  });
}

function publicChannel(id: string, channel: Channel, withHealth: boolean): PublicChannel {
  const { provider, platform, name, enabled, address, health, notice } = channel;
  const capabilities = withinHouse(adapterOf(provider)?.capabilities[platform]);
  const answersLate =
    capabilities?.humanAgentWindow !== undefined && channel.settings.humanAgent !== "off";
  const humanAgent = answersLate ? { humanAgent: true } : {};
  const told = { id, provider, platform, name, enabled, address, capabilities, ...humanAgent };
  return withHealth ? { ...told, health, ...(notice ? { notice } : {}) } : told;
}

/** What a platform carries, as far as we keep files ourselves. */
function withinHouse(capabilities: Capabilities | undefined): Capabilities | null {
  if (!capabilities) return null;
  const media = Object.entries(capabilities.media).map(([kind, limit]) => [
    kind,
    { ...limit, maxBytes: Math.min(limit.maxBytes, largestBytes) },
  ]);
  return { ...capabilities, media: Object.fromEntries(media) };
}

/** Every kind of account that can be connected, as the providers themselves tell it. */
export function listKinds(): ChannelKind[] {
  return builtAdapters().flatMap(({ provider, fields, check }) =>
    (Object.keys(fields) as (keyof typeof fields)[]).map((platform) => ({
      provider,
      platform,
      fields: [...(fields[platform] ?? [])],
      testable: check !== undefined,
    })),
  );
}

/** What an administrator sees of a channel. */
export async function channelDetails(
  workspaceId: string,
  channelId: string,
): Promise<ChannelDetails> {
  const channel = read(Channel, await channelsOf(workspaceId).doc(channelId).get());
  if (!channel) throw noSuchChannel();
  const { capabilities: _, ...told } = publicChannel(channelId, channel, true);
  const stored = await storedCredentials(workspaceId, channelId);
  const placed = { workspaceId, channelId, channel };
  const names = stored && Object.keys(stored);
  return {
    ...told,
    settings: entered(channel.settings),
    stored: names,
    webhooks: webhooksOf(placed),
  };
}

/** What was entered: how phones changed hands is kept among the settings, and is nobody's to enter. */
function entered({ moves: _, ...settings }: Channel["settings"]): Channel["settings"] {
  return settings;
}

/** The addresses to enter at the provider. */
export function webhooksOf(placed: Parameters<typeof accountFrom>[0]): ChannelDetails["webhooks"] {
  const account = accountFrom(placed);
  return adapterOf(placed.channel.provider)?.webhooks?.(account) ?? [{ url: account.webhook }];
}

export function noSuchChannel(): AppError {
  return new AppError("notFound", "There is no such channel.");
}

/** The files a channel takes; 404 when there is no such channel, none when it cannot send. */
export async function mediaLimits(
  workspaceId: string,
  channelId: string,
): Promise<Capabilities["media"]> {
  const connection = await connectionOf(workspaceId, channelId);
  if (!connection) throw noSuchChannel();
  const { provider, platform } = connection.channel;
  return adapterOf(provider)?.capabilities[platform]?.media ?? {};
}
