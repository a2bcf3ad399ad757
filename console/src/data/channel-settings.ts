import type {
  Channel,
  ChannelChanges,
  ChannelDetails,
  ChannelKind,
  RequestOf,
  ResponseOf,
} from "@hilo/schema";
import { type Source, source } from "../ui/source.ts";
import { call } from "./api.ts";
import { loadChannels } from "./channels.ts";
import { collectionOf, fromDocument } from "./firestore.ts";
import { followWhole } from "./follow-whole.ts";
import { whileVisible } from "./visibility.ts";

export type StoredChannel = Channel & { id: string };

const all = source<readonly StoredChannel[] | "loading" | "failed">("loading", listen);

/** Every channel with its health, live, by name. */
export const storedChannels: Source<readonly StoredChannel[] | "loading" | "failed"> = all;

function listen(): () => void {
  return whileVisible(() =>
    followWhole(
      collectionOf("channels"),
      (found) => {
        const known = found.map((one) => fromDocument<StoredChannel>(one.id, one.data()));
        all.set(known.sort(byName));
      },
      () => all.set("failed"),
    ),
  );
}

/** The channel, once it is known. */
export function storedChannel(id: string): StoredChannel | undefined {
  return Array.isArray(all.value) ? all.value.find((channel) => channel.id === id) : undefined;
}

let known: Promise<readonly ChannelKind[]> | undefined;

/** The kinds of account that can be connected; asked for once, and again after a failure. */
export function channelKinds(): Promise<readonly ChannelKind[]> {
  known ??= call("listChannelKinds").then(
    ({ kinds }) => kinds,
    (error: unknown) => {
      known = undefined;
      throw error;
    },
  );
  return known;
}

/** A channel's settings and addresses, as an administrator sees them. */
export function channelDetails(channelId: string): Promise<ChannelDetails> {
  return call("getChannel", { params: { channelId } });
}

export async function addChannel(
  wanted: RequestOf<"addChannel">,
): Promise<ResponseOf<"addChannel">> {
  const added = await call("addChannel", { body: wanted });
  void loadChannels();
  return added;
}

export async function changeChannel(
  channelId: string,
  changes: ChannelChanges,
): Promise<ChannelDetails> {
  const changed = await call("changeChannel", { params: { channelId }, body: changes });
  void loadChannels();
  return changed;
}

/** Asks the provider whether a channel works, with what was changed but not saved. */
export function testChannel(
  channelId: string,
  changes: RequestOf<"testChannel">,
): Promise<ResponseOf<"testChannel">> {
  return call("testChannel", { params: { channelId }, body: changes });
}

/** Asks the provider whether an account would work. */
export function tryChannel(account: RequestOf<"tryChannel">): Promise<ResponseOf<"tryChannel">> {
  return call("tryChannel", { body: account });
}

function byName(a: StoredChannel, b: StoredChannel): number {
  return a.name.localeCompare(b.name);
}
