import type { Channel } from "@hilo/schema";
import { AppError } from "../platform/errors.ts";
import { adapterOf } from "../providers/index.ts";
import { accountFrom } from "./connections.ts";

/**
 * Throws `conflict` when another channel of the workspace stands for the same account: the same address on the
 * platform, whoever carries it, or the same account of the provider. Its messages would arrive twice, or astray.
 */
export function refuseConnected(
  workspaceId: string,
  { id, channel }: { id?: string; channel: Channel },
  all: readonly { id: string; channel: Channel }[],
): void {
  const account = accountKey(workspaceId, channel);
  const same = all.find(
    (other) =>
      other.id !== id &&
      other.channel.platform === channel.platform &&
      (other.channel.address === channel.address ||
        (account !== undefined &&
          other.channel.provider === channel.provider &&
          accountKey(workspaceId, other.channel) === account)),
  );
  if (same)
    throw new AppError("conflict", `This account is connected already, as ${same.channel.name}.`, {
      details: [{ path: "address", message: `Connected as ${same.channel.name}` }],
    });
}

function accountKey(workspaceId: string, channel: Channel): string | undefined {
  const account = accountFrom({ workspaceId, channelId: "", channel });
  return adapterOf(channel.provider)?.accountOf?.(account);
}
