import { accountFrom, type Connection } from "../channels/connections.ts";
import { isSigned, signLink } from "../platform/crypto.ts";
import { adapterOf } from "../providers/index.ts";

/** Whose a request was, as its dead letter remembers it. */
export type Origin = { account?: string | undefined; signedBy: string[] };

/** The account a connection stands for, and what tells its secrets from others' without telling them. */
export function originOf(connection: Connection): Origin {
  const account = accountAt(connection);
  return { ...(account ? { account } : {}), signedBy: signersOf(connection).map(signLink) };
}

function accountAt(connection: Connection): string | undefined {
  return adapterOf(connection.channel.provider)?.accountOf?.(accountFrom(connection));
}

/** The texts of which a channel's marks are signatures, one for each of its secrets. */
function signersOf({ workspaceId, channel, credentials }: Connection): string[] {
  const secrets = credentials ? adapterOf(channel.provider)?.signers?.(credentials) : [];
  return (secrets ?? []).map((secret) => `signer ${workspaceId} ${secret}`);
}

/**
 * Whether a connection is one that a request of this origin may speak for: it has the secret that signed it, or is
 * the very channel that verified it and still the same account.
 */
export function maySpeakFor(
  connection: Connection,
  origin: Origin & { channelId: string },
): boolean {
  const signers = signersOf(connection);
  if (origin.signedBy.some((given) => signers.some((signer) => isSigned(signer, given))))
    return true;
  const same = origin.account === undefined || accountAt(connection) === origin.account;
  return same && connection.channelId === origin.channelId;
}
