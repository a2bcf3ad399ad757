import { ChannelSecret } from "@hilo/schema";
import { open, seal } from "../platform/crypto.ts";
import { read, type Transaction } from "../platform/firestore.ts";
import { log } from "../platform/log.ts";
import { secretContext } from "./connections.ts";
import { secretOf } from "./store.ts";

/** A channel's stored credentials as they were entered; null when there are none, or none that can be read. */
export async function storedCredentials(
  workspaceId: string,
  channelId: string,
  transaction?: Transaction,
): Promise<Record<string, string> | null> {
  const ref = secretOf(workspaceId, channelId);
  const secret = read(ChannelSecret, await (transaction ? transaction.get(ref) : ref.get()));
  if (!secret) return null;
  try {
    return textsIn(open(secret.sealed, secretContext(workspaceId, channelId)));
  } catch (error) {
    log.error("credentials.unreadable", { workspaceId, channelId, error });
    return null;
  }
}

/** The document that keeps a channel's credentials. */
export function sealedSecret(
  workspaceId: string,
  channelId: string,
  credentials: Record<string, string>,
  updatedAt: Date,
): ChannelSecret {
  return { sealed: seal(credentials, secretContext(workspaceId, channelId)), updatedAt };
}

function textsIn(value: unknown): Record<string, string> {
  const entries = Object.entries(value ?? {});
  return Object.fromEntries(entries.filter(([, text]) => typeof text === "string"));
}
