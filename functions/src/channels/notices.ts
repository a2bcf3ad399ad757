import type { AccountEvent } from "@hilo/schema";
import { now } from "../platform/clock.ts";
import { wordsFor } from "../providers/index.ts";
import type { Connection } from "./connections.ts";
import { channelsOf } from "./store.ts";

/** Keeps what the provider told about the account, for the administrator to see. */
export async function notice(connection: Connection, event: AccountEvent): Promise<void> {
  const { workspaceId, channelId, channel } = connection;
  const { level, code, text } = event;
  const words = wordsFor(channel.provider, code);
  await channelsOf(workspaceId)
    .doc(channelId)
    .update({ notice: { level, code, text, ...words, at: now() } });
}
