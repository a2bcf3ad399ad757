import * as z from "zod";
import { type Account, type MediaRequest, ProviderError } from "../adapter.ts";
import { api } from "./base.ts";
import { graph, graphUrl } from "./graph.ts";
import type { MetaCredentials } from "./wire.ts";

/** Where Meta keeps files: WhatsApp's behind the token, those of Messenger and Instagram behind signed links. */
const hosts = [".fbsbx.com", ".fbcdn.net", ".cdninstagram.com", ".whatsapp.net"];

const Found = z.looseObject({ url: z.url() });

/**
 * How to fetch a file. WhatsApp names it by an id, and tells for some minutes where it is; the token goes only to
 * WhatsApp's files, never to a link of Messenger or Instagram.
 */
export async function media(
  source: string,
  credentials: MetaCredentials,
  account: Account,
): Promise<MediaRequest> {
  const isLink = /^https?:\/\//.test(source);
  if (isLink && account.platform !== "whatsapp") return { url: source, headers: {}, hosts };
  const url = isLink ? source : await addressOf(source, credentials, account);
  const headers = isWhatsApps(url) ? { authorization: `Bearer ${credentials.accessToken}` } : {};
  return { url, headers, hosts };
}

async function addressOf(
  id: string,
  credentials: MetaCredentials,
  account: Account,
): Promise<string> {
  const { phoneNumberId } = account.settings;
  const query = phoneNumberId ? { phone_number_id: phoneNumberId } : undefined;
  const url = graphUrl(encodeURIComponent(id), account, credentials, query);
  const found = Found.safeParse((await graph(url, credentials)).body);
  if (!found.success)
    throw new ProviderError("refused", "131052", "Meta does not say where the file is");
  return found.data.url;
}

/** A token must not go anywhere but to Meta, whatever address a webhook names. */
function isWhatsApps(url: string): boolean {
  const { origin, protocol, hostname } = new URL(url);
  if (origin === new URL(api.url()).origin) return true;
  return protocol === "https:" && hosts.some((host) => hostname.endsWith(host));
}
