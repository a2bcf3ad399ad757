import { LRUCache } from "lru-cache";
import RequestClient from "twilio/lib/base/RequestClient.js";
import Twilio from "twilio/lib/rest/Twilio.js";
import type { TwilioCredentials } from "./wire.ts";

const officialBase = "https://api.twilio.com";
const clients = new LRUCache<string, Twilio>({ max: 100, ttl: 10 * 60 * 1000 });

/** Twilio's own client, for one account, talking to a configured base address. */
export function restClient(credentials: TwilioCredentials, base: string, timeout: number): Twilio {
  const { accountSid, authToken, apiKeySid, apiKeySecret } = credentials;
  const username = apiKeySid ?? accountSid;
  const password = apiKeySid ? (apiKeySecret ?? "") : authToken;
  const key = [base, accountSid, username, password].join(" ");
  const known = clients.get(key);
  if (known) return known;
  const httpClient = new BasedClient(base, timeout);
  const made = new Twilio(username, password, { accountSid, httpClient });
  clients.set(key, made);
  return made;
}

/** Sends every request to the configured base instead of the official one. */
class BasedClient extends RequestClient {
  readonly #base: string;

  constructor(base: string, timeout: number) {
    super({ timeout, keepAlive: true });
    this.#base = base.replace(/\/+$/, "");
  }

  override request<Data>(options: RequestClient.RequestOptions<Data>) {
    return super.request<Data>({ ...options, uri: options.uri.replace(officialBase, this.#base) });
  }
}
