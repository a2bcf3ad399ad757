import { type Account, ChannelError, type TemplateKeeper } from "../channels/channel.ts";
import { channelOf } from "../channels/index.ts";
import { accountFrom, connectionOf } from "../connections/connections.ts";
import { AppError } from "../platform/errors.ts";

/** A channel whose provider keeps templates, with everything it takes to ask it. */
export type Keeping = {
  keeper: TemplateKeeper<unknown>;
  /** Whether its templates take numbered variables only. */
  numbered: boolean;
  account: Account;
  credentials: unknown;
};

/** Throws `notFound` or, of a channel whose provider keeps no templates, `invalid`. */
export async function keepingOf(workspaceId: string, channelId: string): Promise<Keeping> {
  const connection = await connectionOf(workspaceId, channelId);
  if (!connection) throw new AppError("notFound", "There is no such channel.");
  const { provider, platform, name } = connection.channel;
  const channel = channelOf(provider);
  const { exits = [], numberedVariables } = channel?.capabilities[platform] ?? {};
  if (!channel?.templates || !exits.includes("template"))
    throw new AppError("invalid", `${name} has no templates that a provider approves.`);
  if (connection.credentials === undefined)
    throw new AppError("channelDisabled", `${name} has no credentials. Ask an administrator.`);
  return {
    keeper: channel.templates,
    numbered: numberedVariables ?? false,
    account: accountFrom(connection),
    credentials: connection.credentials,
  };
}

/** What a failed call of the provider is to the caller of the API. */
export function problemOf(error: unknown): unknown {
  if (!(error instanceof ChannelError)) return error;
  const { kind, message } = error;
  const options = { cause: error };
  if (kind === "refused")
    return new AppError("invalid", `The provider refused: ${message}`, options);
  if (kind === "rateLimited")
    return new AppError("tooMany", "The provider asks to wait. Try again in a minute.", options);
  return new AppError("unavailable", "The provider does not answer. Try again later.", options);
}
