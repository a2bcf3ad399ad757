import {
  Channel,
  ChannelSecret,
  DocumentId,
  fill,
  type Platform,
  type Provider,
  Slug,
  webhookPaths,
} from "@hilo/schema";
import { config } from "../platform/config.ts";
import { open } from "../platform/crypto.ts";
import { db, read } from "../platform/firestore.ts";
import { log } from "../platform/log.ts";
import { minuteMemory } from "../platform/minute-memory.ts";
import type { Account } from "../providers/adapter.ts";
import { adapterOf } from "../providers/index.ts";
import { forgetLists, isListed, listedBy } from "./listed.ts";
import { channelsOf, secretOf } from "./store.ts";

/** A connected address with its opened credentials. */
export type Connection = {
  workspaceId: string;
  channelId: string;
  channel: Channel;
  /** Undefined when none are stored or they cannot be read: then nothing verifies. */
  credentials: unknown;
};

/** Kept for a minute per instance, so that a message costs no read; a changed secret counts within that minute. */
const cache = minuteMemory(async (key) => {
  const [workspaceId = "", channelId = ""] = key.split("/");
  return { connection: await load(workspaceId, channelId) };
});

/** The connection of a channel, or undefined when there is no such workspace or channel. */
export async function connectionOf(
  workspaceId: string,
  channelId: string,
): Promise<Connection | undefined> {
  const key = `${workspaceId}/${channelId}`;
  const known = cache.get(key);
  if (known) return known.connection;
  if (!Slug.safeParse(workspaceId).success || !DocumentId.safeParse(channelId).success)
    return undefined;
  if (!(await isListed(workspaceId, channelId))) return undefined;
  return (await cache.fetch(key))?.connection;
}

/** Every connection of a provider in a workspace; none when there is no such workspace. */
export async function connectionsBy(workspaceId: string, provider: string): Promise<Connection[]> {
  return connectionsWith(workspaceId, "provider", provider);
}

/** Every connection of a platform in a workspace. */
export async function connectionsOn(
  workspaceId: string,
  platform: Platform,
): Promise<Connection[]> {
  return connectionsWith(workspaceId, "platform", platform);
}

async function connectionsWith(
  workspaceId: string,
  field: "provider" | "platform",
  value: string,
): Promise<Connection[]> {
  if (!Slug.safeParse(workspaceId).success) return [];
  const ids = await listedBy(workspaceId, field, value);
  const found = await Promise.all(ids.map((id) => connectionOf(workspaceId, id)));
  return found.filter((connection) => connection !== undefined);
}

/** Forgets what is kept, for tests and after a change made by this instance. */
export function forgetConnections(): void {
  cache.clear();
  forgetLists();
}

/** The address a provider calls for a channel; one that calls a single address for all names no channel. */
export function webhookOf(provider: Provider, workspaceId: string, channelId: string): string {
  const path = adapterOf(provider)?.accountOf ? webhookPaths.provider : webhookPaths.channel;
  return config().PUBLIC_BASE_URL + fill(path, { provider, workspaceId, channelId });
}

type Placed = Omit<Connection, "credentials">;

/** Of a connection that is kept, the account is made up once. */
const accounts = new WeakMap<Placed, Account>();

/** What a channel's adapter is told about the connected account. */
export function accountFrom(placed: Placed): Account {
  const known = accounts.get(placed);
  if (known) return known;
  const { workspaceId, channelId, channel } = placed;
  const { provider, platform, address, settings } = channel;
  const webhook = webhookOf(provider, workspaceId, channelId);
  const account = { workspaceId, channelId, platform, address, settings, webhook };
  accounts.set(placed, account);
  return account;
}

/** What binds a channel's sealed credentials to their place. */
export function secretContext(workspaceId: string, channelId: string): string {
  return `${workspaceId}/${channelId}`;
}

async function load(workspaceId: string, channelId: string): Promise<Connection | undefined> {
  const [channelDoc, secretDoc] = await db().getAll(
    channelsOf(workspaceId).doc(channelId),
    secretOf(workspaceId, channelId),
  );
  const channel = channelDoc && read(Channel, channelDoc);
  if (!channel) return undefined;
  const secret = secretDoc && read(ChannelSecret, secretDoc);
  return {
    workspaceId,
    channelId,
    channel,
    credentials: secret && openCredentials(workspaceId, channelId, channel, secret.sealed),
  };
}

/** Fails closed: credentials that cannot be read are no credentials. */
function openCredentials(
  workspaceId: string,
  channelId: string,
  channel: Channel,
  sealed: string,
): unknown {
  try {
    const stored = open(sealed, secretContext(workspaceId, channelId));
    return adapterOf(channel.provider)?.credentials(stored);
  } catch (error) {
    log.error("credentials.unreadable", { workspaceId, channelId, error });
    return undefined;
  }
}
