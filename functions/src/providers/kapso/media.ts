import * as z from "zod";
import { type Account, type MediaRequest, ProviderError } from "../adapter.ts";
import { api } from "./base.ts";
import { callProxy } from "./proxy.ts";
import type { KapsoCredentials } from "./wire.ts";

const hosts = [
  ".kapso.ai",
  // Where Kapso's storage and Meta's own files are.
  ".r2.cloudflarestorage.com",
  ".amazonaws.com",
  ".fbsbx.com",
  ".whatsapp.net",
];

const Found = z.looseObject({ download_url: z.url().optional(), url: z.url().optional() });

/** Where a file is: Kapso tells its address, or the id by which its proxy is asked. The key goes to Kapso alone. */
export async function media(
  source: string,
  credentials: KapsoCredentials,
  { settings }: Pick<Account, "settings">,
): Promise<MediaRequest> {
  const url = /^https?:/.test(source) ? source : await addressOf(source, credentials, settings);
  return { url, headers: keyFor(url, credentials), hosts };
}

async function addressOf(
  id: string,
  credentials: KapsoCredentials,
  settings: Record<string, string>,
): Promise<string> {
  const query = new URLSearchParams({ phone_number_id: settings.phoneNumberId ?? "" });
  const path = `${encodeURIComponent(id)}?${query}`;
  const { body } = await callProxy(path, settings, credentials);
  const found = Found.safeParse(body);
  const url = found.success ? (found.data.download_url ?? found.data.url) : undefined;
  if (url) return url;
  throw new ProviderError("refused", "404", "Kapso does not say where the file is");
}

function keyFor(url: string, { apiKey }: KapsoCredentials): Record<string, string> {
  const { hostname, origin } = new URL(url);
  const own = hostname.endsWith(".kapso.ai") || origin === new URL(api.url()).origin;
  return own ? { "x-api-key": apiKey } : {};
}
