import type { TemplateForm } from "@hilo/schema";
import { accountFrom, type Connection, connectionOf } from "../channels/connections.ts";
import { AppError } from "../platform/errors.ts";
import { type Account, ProviderError, type TemplateKeeper } from "../providers/adapter.ts";
import { adapterOf } from "../providers/index.ts";

/** A channel whose provider keeps templates, with everything it takes to ask it. */
export type ProviderAccount = {
  keeper: TemplateKeeper<unknown>;
  /** What its templates may be made of. */
  form: TemplateForm;
  account: Account;
  credentials: unknown;
};

/** Throws `notFound` or, of a channel whose provider keeps no templates, `invalid`. */
export async function providerAccountOf(
  workspaceId: string,
  channelId: string,
): Promise<ProviderAccount> {
  const { connection, keeper, form } = await keeperOf(workspaceId, channelId);
  if (connection.credentials === undefined)
    throw new AppError(
      "channelDisabled",
      `${connection.channel.name} has no credentials. Ask an administrator.`,
    );
  const account = accountFrom(connection);
  return { keeper, form, account, credentials: connection.credentials };
}

type Found = Pick<ProviderAccount, "keeper" | "form"> & { connection: Connection };

/** As `providerAccountOf`, of a channel that may be without credentials. */
export async function keeperOf(workspaceId: string, channelId: string): Promise<Found> {
  const connection = await connectionOf(workspaceId, channelId);
  if (!connection) throw new AppError("notFound", "There is no such channel.");
  const { provider, platform, name } = connection.channel;
  const channel = adapterOf(provider);
  const form = channel?.capabilities[platform]?.templates;
  if (!channel?.templates || !form)
    throw new AppError("invalid", `${name} has no templates that a provider approves.`);
  return { connection, keeper: channel.templates, form };
}

/** The field that a channel's settings lack, by the code of a failure: `lacks_appId`. */
function lackedBy(code: string): string | undefined {
  return /^lacks_(\w+)$/.exec(code)?.[1];
}

/** What a failed call of the provider is to the caller of the API. */
export function problemOf(error: unknown): unknown {
  if (!(error instanceof ProviderError)) return error;
  const { kind, code, message } = error;
  const options = { cause: error };
  const field = lackedBy(code);
  if (field) {
    const details = [{ path: `settings.${field}`, message }];
    return new AppError("invalid", message, { ...options, details });
  }
  if (kind === "refused")
    return new AppError("invalid", `The provider refused: ${message}`, options);
  if (kind === "rateLimited")
    return new AppError("tooMany", "The provider asks to wait. Try again in a minute.", options);
  return new AppError("unavailable", "The provider does not answer. Try again later.", options);
}

/** Why a draft was not taken: what the settings lack, as a code, else what the provider says. */
export function reasonOf(error: unknown): string | null {
  if (!(error instanceof ProviderError) || error.kind !== "refused") return null;
  return lackedBy(error.code) ? error.code : error.message;
}
