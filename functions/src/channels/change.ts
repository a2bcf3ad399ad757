import { Channel, type ChannelChanges, type ChannelDetails } from "@hilo/schema";
import { audit, changesOf, type Doer } from "../audit/audit.ts";
import { refuseChanged } from "../audit/seen.ts";
import { now } from "../platform/clock.ts";
import { db, FieldValue, read, type Transaction } from "../platform/firestore.ts";
import { checkedForm, type Entry, kindOf } from "./account-form.ts";
import { channelsIn } from "./add.ts";
import { channelDetails, noSuchChannel } from "./channel-views.ts";
import { forgetConnections } from "./connections.ts";
import { refuseAnother, refuseElsewhere } from "./secret-binding.ts";
import { sealedSecret, storedCredentials } from "./secrets.ts";
import { channelsOf, secretOf } from "./store.ts";
import { refuseConnected } from "./unique-account.ts";

/** Changes a channel; credentials left out keep their sealed value, and none is ever told. */
export async function changeChannel(
  doer: Doer,
  channelId: string,
  changes: ChannelChanges,
): Promise<ChannelDetails> {
  await db().runTransaction((transaction) => change(transaction, doer, channelId, changes));
  forgetConnections();
  return channelDetails(doer.workspaceId, channelId);
}

async function change(
  transaction: Transaction,
  doer: Doer,
  channelId: string,
  { seen, ...changes }: ChannelChanges,
): Promise<void> {
  const { workspaceId } = doer;
  const ref = channelsOf(workspaceId).doc(channelId);
  const before = read(Channel, await transaction.get(ref));
  if (!before) throw noSuchChannel();
  const target = `channels/${channelId}`;
  await refuseChanged({ workspaceId, target, before, seen, wanted: changes });
  const stored = await storedCredentials(workspaceId, channelId, transaction);
  const entry = isEntry(changes) ? checkedChange(before, stored, changes) : before;
  const after = { ...before, ...named(changes), address: entry.address, settings: entry.settings };
  if (after.address !== before.address || isEntry(changes))
    refuseConnected(
      workspaceId,
      { id: channelId, channel: after },
      await channelsIn(workspaceId, transaction),
    );
  const at = new Date(now());
  const replaced = Object.keys(changes.credentials ?? {});
  if ("credentials" in entry && replaced.length > 0)
    transaction.set(
      secretOf(workspaceId, channelId),
      sealedSecret(workspaceId, channelId, entry.credentials, at),
    );
  const { name, enabled, address, settings } = after;
  const changed = changesOf(before, { name, enabled, address, settings });
  const settled = changes.notice === null || isEntry(changes);
  transaction.update(ref, {
    ...{ name, enabled, address, settings, updatedAt: at },
    ...(settled ? { notice: FieldValue.delete() } : {}),
  });
  audit(transaction, doer, actionOf(changed), target, {
    ...changed,
    ...(replaced.length > 0 ? { credentials: { to: replaced } } : {}),
    ...(changes.notice === null ? { notice: { from: before.notice?.code } } : {}),
  });
}

/** Whether anything changes that the account is reached by. */
function isEntry({ address, settings, credentials }: ChannelChanges): boolean {
  return address !== undefined || settings !== undefined || credentials !== undefined;
}

function named({ name, enabled }: ChannelChanges): Partial<Channel> {
  return {
    ...(name === undefined ? {} : { name }),
    ...(enabled === undefined ? {} : { enabled }),
  };
}

/** An entry with its changes. Settings that the form does not have stay as they are. */
export function checkedChange(
  channel: Channel,
  stored: Record<string, string> | null,
  changes: Pick<ChannelChanges, "address" | "settings" | "credentials">,
): Entry & { opened: unknown } {
  const kind = kindOf(channel.provider, channel.platform);
  const named = (place: "settings" | "credentials", texts: Record<string, string>) =>
    Object.entries(texts).filter(([name]) =>
      kind.fields.some((field) => field.in === place && field.name === name),
    );
  const entry = checkedForm(kind, {
    address: changes.address ?? channel.address,
    settings: { ...Object.fromEntries(named("settings", channel.settings)), ...changes.settings },
    credentials: filled({
      ...Object.fromEntries(named("credentials", stored ?? {})),
      ...changes.credentials,
    }),
  });
  refuseAnother(kind.channel, channel, { stored, entered: entry.credentials });
  const moves = { before: channel.settings, after: entry.settings };
  refuseElsewhere(kind.fields, moves, { stored, entered: changes.credentials });
  const known = new Set(kind.fields.map(({ name }) => name));
  const others = Object.entries(channel.settings).filter(([name]) => !known.has(name));
  const kept = Object.entries(stored ?? {}).filter(([name]) => !known.has(name));
  return {
    ...entry,
    settings: { ...Object.fromEntries(others), ...entry.settings },
    credentials: { ...Object.fromEntries(kept), ...entry.credentials },
  };
}

function filled(texts: Record<string, string | null>): Record<string, string> {
  const entries = Object.entries(texts);
  return Object.fromEntries(entries.filter((pair): pair is [string, string] => pair[1] !== null));
}

function actionOf(changed: Record<string, { to?: unknown }>): string {
  const fields = Object.keys(changed);
  if (fields.length !== 1 || fields[0] !== "enabled") return "channels.change";
  return changed.enabled?.to ? "channels.enable" : "channels.disable";
}
