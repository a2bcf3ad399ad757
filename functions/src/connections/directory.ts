import {
  type Capabilities,
  Channel,
  noHealth,
  type PublicChannel,
  type RequestOf,
} from "@hilo/schema";
import { type Doer, record } from "../audit/audit.ts";
import { channelOf } from "../channels/index.ts";
import { now } from "../platform/clock.ts";
import { seal } from "../platform/crypto.ts";
import { AppError } from "../platform/errors.ts";
import { alreadyExists, db, read } from "../platform/firestore.ts";
import { connectionOf, forgetConnections, secretContext, webhookOf } from "./connections.ts";
import { channelsOf, secretOf } from "./store.ts";

/** The channels of a workspace, with what each can carry and nothing secret. */
export async function listChannels(workspaceId: string): Promise<PublicChannel[]> {
  const { docs } = await channelsOf(workspaceId).get();
  return docs.map((doc) => publicChannel(doc.id, read(Channel, doc))).filter((it) => it !== null);
}

function publicChannel(id: string, channel: Channel | undefined): PublicChannel | null {
  if (!channel) return null;
  const { provider, platform, name, enabled, address } = channel;
  const capabilities = channelOf(provider)?.capabilities[platform] ?? null;
  return { id, provider, platform, name, enabled, address, capabilities };
}

/** Adds a channel; its credentials are checked, sealed and never shown again. */
export async function addChannel(
  doer: Doer,
  { id, credentials, ...wanted }: Required<RequestOf<"addChannel">>,
): Promise<{ id: string; webhook: string }> {
  const { workspaceId } = doer;
  checkCredentials(wanted.provider, wanted.platform, credentials);
  const at = new Date(now());
  const batch = db().batch();
  batch.create(channelsOf(workspaceId).doc(id), {
    ...wanted,
    enabled: true,
    health: noHealth,
    createdAt: at,
    updatedAt: at,
  });
  batch.set(secretOf(workspaceId, id), {
    sealed: seal(credentials, secretContext(workspaceId, id)),
    updatedAt: at,
  });
  const { provider, platform, name } = wanted;
  record(batch, doer, "channels.add", `channels/${id}`, {
    provider: { to: provider },
    platform: { to: platform },
    name: { to: name },
  });
  await batch.commit().catch(refuseTaken);
  forgetConnections();
  return { id, webhook: webhookOf(provider, workspaceId, id) };
}

function refuseTaken(error: { code?: unknown }): never {
  if (error.code !== alreadyExists) throw error;
  throw new AppError("conflict", "There is a channel with that id already. Choose another id.");
}

function checkCredentials(
  provider: PublicChannel["provider"],
  platform: PublicChannel["platform"],
  credentials: unknown,
): void {
  const channel = channelOf(provider);
  if (!channel?.capabilities[platform])
    throw new AppError("invalid", `Hilo cannot connect ${platform} by ${provider} yet.`);
  try {
    channel.credentials(credentials);
  } catch (cause) {
    throw new AppError("invalid", "The credentials are not complete for this provider.", { cause });
  }
}

/** The files a channel takes; 404 when there is no such channel, none when it cannot send. */
export async function mediaLimits(
  workspaceId: string,
  channelId: string,
): Promise<Capabilities["media"]> {
  const connection = await connectionOf(workspaceId, channelId);
  if (!connection) throw new AppError("notFound", "There is no such channel.");
  const { provider, platform } = connection.channel;
  return channelOf(provider)?.capabilities[platform]?.media ?? {};
}
