import type { Account } from "../adapter.ts";
import { failureIn } from "../meta-failure.ts";
import { callProvider, type ProviderAnswer } from "../provider-call.ts";
import { api } from "./base.ts";
import { proofOf } from "./signature.ts";
import type { MetaCredentials } from "./wire.ts";

/** The Graph API's version where a channel names none. */
export const presetVersion = "v26.0";

type Place = Pick<Account, "platform" | "settings">;

/**
 * An address of the Graph API. An Instagram account that was connected by Instagram's own login, without a page,
 * is reached on a host of its own.
 */
export function graphUrl(
  path: string,
  place: Place,
  credentials: MetaCredentials,
  query: Record<string, string> = {},
): string {
  const byInstagram = isByInstagram(place);
  const base = api.url();
  const host = byInstagram ? base.replace("//graph.facebook.com", "//graph.instagram.com") : base;
  const version = place.settings.graphVersion || presetVersion;
  const url = new URL(`${host}/${version}/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  // Instagram's login has a secret of its own, of which the one that signs webhooks proves nothing.
  if (!byInstagram) url.searchParams.set("appsecret_proof", proofOf(credentials));
  return url.href;
}

function isByInstagram({ platform, settings }: Place): boolean {
  return platform === "instagram" && !settings.pageId;
}

/** Calls the Graph API as the account; throws ProviderError for anything but success. */
export async function graph(
  url: string,
  { accessToken }: MetaCredentials,
  json?: unknown,
): Promise<ProviderAnswer> {
  const answer = await callProvider({
    url,
    headers: { authorization: `Bearer ${accessToken}` },
    ...(json === undefined ? {} : { json }),
  });
  if (answer.status < 200 || answer.status >= 300) throw failureIn(answer);
  return answer;
}
