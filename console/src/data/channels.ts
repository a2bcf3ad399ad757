import type { PublicChannel } from "@hilo/schema";
import { limit, onSnapshot, orderBy, query, type Timestamp, where } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { call } from "./api.ts";
import { collectionOf } from "./firestore.ts";
import { whileVisible } from "./visibility.ts";

let asked = false;
let waiting = false;

/** When a channel was last added or changed, as far as this page has heard. */
let lastChange: Timestamp | undefined;

const all = source<readonly PublicChannel[]>([], () => {
  const ask = () => void (asked || loadChannels());
  ask();
  globalThis.addEventListener?.("online", ask);
  const stop = whileVisible(follow);
  return () => {
    globalThis.removeEventListener?.("online", ask);
    stop();
  };
});

/** The connected channels with what each can carry; asked for again when one was added or changed. */
export const channels: Source<readonly PublicChannel[]> = all;

/** Asks again; after a failure the next one who needs them tries anew. */
export async function loadChannels(): Promise<void> {
  asked = true;
  waiting = true;
  const answer = await call("listChannels").catch(() => null);
  asked = answer !== null;
  waiting = false;
  // Also when there is no answer: whoever waited goes on with what is known.
  all.set(answer?.channels ?? all.value);
}

/** Whether they have been asked for, and no answer has come yet. */
export function awaitsChannels(): boolean {
  return waiting && all.value.length === 0;
}

/** Whether nobody could tell what channels there are. */
export function channelsFailed(): boolean {
  return !asked && all.value.length === 0;
}

export function channelOf(id: string): PublicChannel | undefined {
  return all.value.find((channel) => channel.id === id);
}

/**
 * Listens to changes later than the last one only: the figures of their health, which are written each minute, cost
 * no reads then.
 */
function follow(): () => void {
  let stop: () => void = () => undefined;
  const listen = () => {
    const newest = query(
      collectionOf("channels"),
      where("updatedAt", ">", lastChange ?? new Date(0)),
      orderBy("updatedAt", "desc"),
      limit(1),
    );
    stop = onSnapshot(newest, ({ docs: [changed] }) => {
      if (!changed) return;
      if (lastChange) void loadChannels();
      lastChange = changed.get("updatedAt");
      stop();
      listen();
    });
  };
  listen();
  return () => stop();
}
