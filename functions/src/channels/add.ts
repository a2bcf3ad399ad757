import { Channel, noHealth, type RequestOf } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { newId, now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { db, read, type Transaction } from "../platform/firestore.ts";
import { checkedForm, kindOf } from "./account-form.ts";
import { webhooksOf } from "./channel-views.ts";
import { forgetConnections } from "./connections.ts";
import { sealedSecret } from "./secrets.ts";
import { channelsOf, secretOf } from "./store.ts";
import { refuseConnected } from "./unique-account.ts";

/** Adds a channel; its credentials are checked, sealed and never shown again. */
export async function addChannel(
  doer: Doer,
  wanted: RequestOf<"addChannel">,
): Promise<{ id: string; webhook: string }> {
  const { workspaceId } = doer;
  const { provider, platform, name, address = "", settings = {}, credentials } = wanted;
  const kind = kindOf(provider, platform);
  const entry = checkedForm(kind, { address, settings, credentials });
  const at = new Date(now());
  const channel: Channel = {
    provider,
    platform,
    name,
    enabled: !kind.channel.offAtFirst,
    address: entry.address,
    settings: entry.settings,
    health: noHealth,
    createdAt: at,
    updatedAt: at,
  };
  const id = await db().runTransaction(async (transaction) => {
    const others = await channelsIn(workspaceId, transaction);
    refuseConnected(workspaceId, { channel }, others);
    const free = freeId(wanted.id, name, others);
    transaction.create(channelsOf(workspaceId).doc(free), channel);
    const sealed = sealedSecret(workspaceId, free, entry.credentials, at);
    transaction.set(secretOf(workspaceId, free), sealed);
    audit(transaction, doer, "channels.add", `channels/${free}`, {
      provider: { to: provider },
      platform: { to: platform },
      name: { to: name },
      address: { to: entry.address },
      credentials: { to: Object.keys(entry.credentials) },
    });
    return free;
  });
  forgetConnections();
  const [webhook] = webhooksOf({ workspaceId, channelId: id, channel });
  return { id, webhook: webhook?.url ?? "" };
}

/** Every channel of a workspace, read so that none can be added meanwhile. */
export async function channelsIn(
  workspaceId: string,
  transaction: Transaction,
): Promise<{ id: string; channel: Channel }[]> {
  const { docs } = await transaction.get(channelsOf(workspaceId));
  return docs.flatMap((doc) => {
    const channel = read(Channel, doc);
    return channel ? [{ id: doc.id, channel }] : [];
  });
}

/** The id asked for, when nobody has it; else one made of the name. */
function freeId(asked: string | undefined, name: string, others: readonly { id: string }[]) {
  const taken = (id: string) => others.some((other) => other.id === id);
  if (asked !== undefined) {
    if (!taken(asked)) return asked;
    throw new AppError("conflict", "There is a channel with that id already. Choose another id.");
  }
  const plain = name.normalize("NFD").replace(/\p{Diacritic}/gu, "");
  const slug = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const short = slug.slice(0, 40).replace(/-+$/, "") || "channel";
  return taken(short) ? `${short}-${newId().slice(0, 6)}` : short;
}
