import type { AccountEvent } from "@hilo/schema";
import { now } from "../platform/clock.ts";
import type { Connection } from "./connections.ts";
import { channelsOf } from "./store.ts";

/** Keeps what the provider told about the account, for the administrator to see. */
export async function notice(connection: Connection, event: AccountEvent): Promise<void> {
  const { workspaceId, channelId } = connection;
  const { level, code, text } = event;
  await channelsOf(workspaceId)
    .doc(channelId)
    .update({ notice: { level, code, text, at: now() } });
}
