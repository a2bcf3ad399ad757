import {
  Channel,
  type ChannelChanges,
  type Finding,
  noHealth,
  type RequestOf,
  type ResponseOf,
} from "@hilo/schema";
import { audit, changesOf, type Doer } from "../audit/audit.ts";
import { db, read } from "../platform/firestore.ts";
import { log } from "../platform/log.ts";
import type { Account, Adapter, Neighbour } from "../providers/adapter.ts";
import { wordsFor } from "../providers/index.ts";
import { checkedForm, kindOf } from "./account-form.ts";
import { checkedChange } from "./change.ts";
import { noSuchChannel } from "./channel-views.ts";
import { accountFrom } from "./connections.ts";
import { storedCredentials } from "./secrets.ts";
import { channelsOf } from "./store.ts";

type Tested = ResponseOf<"testChannel">;

/** How long a provider may take over a connection test, in milliseconds. */
const timeoutMs = 20_000;

type Changes = Pick<ChannelChanges, "address" | "settings" | "credentials">;

/** Tests a channel as it is stored, or as it would be with these changes; that is written down before. */
export async function testChannel(
  doer: Doer,
  channelId: string,
  changes: Changes,
): Promise<Tested> {
  const { workspaceId } = doer;
  const channel = read(Channel, await channelsOf(workspaceId).doc(channelId).get());
  if (!channel) throw noSuchChannel();
  const stored = await storedCredentials(workspaceId, channelId);
  const { address, settings, opened } = checkedChange(channel, stored, changes);
  const altered = changesOf<Pick<Channel, "address" | "settings">>(channel, { address, settings });
  await noteTrial(doer, channelId, altered, Object.keys(changes.credentials ?? {}));
  const account = accountFrom({
    workspaceId,
    channelId,
    channel: { ...channel, address, settings },
  });
  const others = await neighbours(workspaceId, channelId);
  const adapter = kindOf(channel.provider, channel.platform).channel;
  return tested(adapter, { ...account, others }, opened);
}

/** Stored credentials are used with what only this test knows: who did so, and where they went, is told. */
async function noteTrial(
  doer: Doer,
  channelId: string,
  altered: ReturnType<typeof changesOf>,
  entered: string[],
): Promise<void> {
  if (Object.keys(altered).length === 0 && entered.length === 0) return;
  const batch = db().batch();
  audit(batch, doer, "channels.test", `channels/${channelId}`, {
    ...altered,
    ...(entered.length > 0 ? { credentials: { to: entered } } : {}),
  });
  await batch.commit();
}

/** Tests an account that is not connected yet. */
export async function tryChannel(
  workspaceId: string,
  { provider, platform, address = "", settings = {}, credentials }: RequestOf<"tryChannel">,
): Promise<Tested> {
  const kind = kindOf(provider, platform);
  const entry = checkedForm(kind, { address, settings, credentials });
  const account = accountFrom({
    workspaceId,
    channelId: "new",
    channel: { ...blank, provider, platform, address: entry.address, settings: entry.settings },
  });
  const others = await neighbours(workspaceId, "");
  return tested(kind.channel, { ...account, others }, entry.opened);
}

/** The workspace's other channels. */
async function neighbours(workspaceId: string, channelId: string): Promise<Neighbour[]> {
  const { docs } = await channelsOf(workspaceId).get();
  const all = docs.flatMap((doc) => {
    const channel = read(Channel, doc);
    return channel ? [{ id: doc.id, platform: channel.platform, enabled: channel.enabled }] : [];
  });
  return all.filter(({ id }) => id !== channelId);
}

const blank = {
  name: "",
  enabled: true,
  health: noHealth,
  createdAt: new Date(0),
  updatedAt: new Date(0),
};

async function tested(
  channel: Adapter<unknown>,
  account: Account,
  credentials: unknown,
): Promise<Tested> {
  if (!channel.check) return { testable: false, findings: [] };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding[]>((resolve) => {
    timer = setTimeout(() => resolve([tooLate]), timeoutMs);
  });
  try {
    const found = await Promise.race([ask(channel, account, credentials), late]);
    const findings = found.map((one) => ({ ...one, ...wordsFor(channel.provider, one.code) }));
    return { testable: true, findings };
  } finally {
    clearTimeout(timer);
  }
}

const tooLate: Finding = {
  level: "error",
  code: "timeout",
  text: "The provider did not answer in time",
};

/** A check that throws is no check of ours to trust: its words stay in the log. */
async function ask(
  channel: Adapter<unknown>,
  account: Account,
  credentials: unknown,
): Promise<Finding[]> {
  try {
    return (await channel.check?.(account, credentials)) ?? [];
  } catch (error) {
    const { workspaceId, channelId } = account;
    log.error("channel.check", { workspaceId, channelId, error });
    return [{ level: "error", code: "failed", text: "The test itself failed" }];
  }
}
