import type { PublicChannel } from "@hilo/schema";
import { type Source, source } from "../ui/source.ts";
import { call } from "./api.ts";

let asked = false;

const all = source<readonly PublicChannel[]>([], () => {
  if (!asked) void loadChannels();
  return () => undefined;
});

/** The connected channels with what each can carry; asked for once. */
export const channels: Source<readonly PublicChannel[]> = all;

/** Asks again; after a failure the next one who needs them tries anew. */
export async function loadChannels(): Promise<void> {
  asked = true;
  const answer = await call("listChannels").catch(() => null);
  asked = answer !== null;
  if (answer) all.set(answer.channels);
}

export function channelOf(id: string): PublicChannel | undefined {
  return all.value.find((channel) => channel.id === id);
}
