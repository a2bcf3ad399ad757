import { channelOf } from "../channels/index.ts";
import { signLink } from "../platform/crypto.ts";
import { accountFrom, type Connection } from "./connections.ts";

/** Whose a request was, as its dead letter remembers it. */
export type Origin = { account?: string | undefined; signedBy: string[] };

/** The account a connection stands for, and what tells its secrets from others' without telling them. */
export function originOf(connection: Connection): Origin {
  const { workspaceId, channel, credentials } = connection;
  const adapter = channelOf(channel.provider);
  const account = adapter?.accountOf?.(accountFrom(connection));
  const secrets = credentials ? adapter?.signers?.(credentials) : [];
  const signedBy = (secrets ?? []).map((secret) => signLink(`signer ${workspaceId} ${secret}`));
  return { ...(account ? { account } : {}), signedBy };
}

/**
 * Whether a connection is one that a request of this origin may speak for: it has the secret that signed it, or is
 * the very channel that verified it and still the same account.
 */
export function maySpeakFor(
  connection: Connection,
  origin: Origin & { channelId: string },
): boolean {
  const { account, signedBy } = originOf(connection);
  if (signedBy.some((signer) => origin.signedBy.includes(signer))) return true;
  const same = origin.account === undefined || account === origin.account;
  return same && connection.channelId === origin.channelId;
}
