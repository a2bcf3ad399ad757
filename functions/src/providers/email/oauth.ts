import { ProviderError } from "../adapter.ts";
import { callProvider, type ProviderAnswer } from "../provider-call.ts";
import type { EmailCredentials } from "./wire.ts";

/** Where tokens are asked for: Google's address or a Microsoft tenant's. Secrets go nowhere else. */
export const tokenAddresses =
  "https://oauth2\\.googleapis\\.com/token|https://login\\.microsoftonline\\.com/[A-Za-z0-9.-]+/oauth2/v2\\.0/token";

/** What Microsoft's tokens for an application of its own are for. */
const microsoftScope = "https://outlook.office365.com/.default";

type Server = {
  settings: Record<string, string>;
  credentials: EmailCredentials;
  /** An emulator's tests ask an address of their own. */
  local: boolean;
};

/** Whether the server is signed in to by OAuth 2 instead of a password. */
export function usesOauth({ settings }: Pick<Server, "settings">): boolean {
  return Boolean(settings.oauthTokenUrl);
}

/**
 * A token to sign in with: for the person who gave a refresh token (Google) or, without one, for the application
 * itself (Microsoft, whose refresh tokens end after 90 days). Throws ProviderError; no mail is on its way yet.
 * @see https://developers.google.com/identity/protocols/oauth2/web-server#offline and
 * https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth
 */
export async function accessToken({ settings, credentials, local }: Server): Promise<string> {
  const { oauthTokenUrl: url = "" } = settings;
  if (!local && !new RegExp(`^(${tokenAddresses})$`).test(url))
    throw new ProviderError(
      "refused",
      "oauth:address",
      "Tokens are asked for at Google or Microsoft only",
    );
  const { oauthClientId = "", oauthClientSecret = "", oauthRefreshToken } = credentials;
  const form = new URLSearchParams({
    client_id: oauthClientId,
    client_secret: oauthClientSecret,
    ...(oauthRefreshToken
      ? { grant_type: "refresh_token", refresh_token: oauthRefreshToken }
      : { grant_type: "client_credentials", scope: microsoftScope }),
  });
  const answer = await callProvider({ url, form }).catch((error: Error) => {
    throw new ProviderError("unreachable", "oauth:unreachable", error.message, { cause: error });
  });
  const token = (answer.body as { access_token?: unknown } | undefined)?.access_token;
  if (typeof token === "string" && token !== "") return token;
  throw refusalOf(answer);
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
function refusalOf({ status, body }: ProviderAnswer): ProviderError {
  const { error, error_description: words } = (body ?? {}) as Record<string, unknown>;
  const message = typeof words === "string" ? words.slice(0, 300) : `The answer was ${status}`;
  if (status === 429 || status >= 500)
    return new ProviderError("unreachable", "oauth:unreachable", message);
  return new ProviderError(
    "refused",
    `oauth:${typeof error === "string" ? error : status}`,
    message,
  );
}
