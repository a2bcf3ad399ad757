import { LRUCache } from "lru-cache";
import RequestClient from "twilio/lib/base/RequestClient.js";
import Twilio from "twilio/lib/rest/Twilio.js";
import { ProviderError } from "../adapter.ts";
import { api } from "./base.ts";
import { explain } from "./errors.ts";
import type { TwilioCredentials } from "./wire.ts";

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

type Answer = { body: unknown; headers?: unknown };

/** Too many requests: the client would forget for how long Twilio asks us to wait (seconds). */
function tooMany({ body, headers }: Answer): ProviderError {
  const { code = 20429 } =
    ((typeof body === "object" ? body : null) as { code?: number } | null) ?? {};
  const seconds = Number((headers as Record<string, string> | undefined)?.["retry-after"]);
  const options = seconds > 0 ? { retryAfter: seconds * 1000 } : {};
  return new ProviderError("rateLimited", String(code), explain(String(code)).message, options);
}

/** Sends every request to the configured base instead of the official one. */
class BasedClient extends RequestClient {
  readonly #base: string;

  constructor(base: string, timeout: number) {
    super({ timeout, keepAlive: true });
    this.#base = base;
  }

  override async request<Data>(options: RequestClient.RequestOptions<Data>) {
    const uri = options.uri.replace(api.official, this.#base);
    const response = await super.request<Data>({ ...options, uri });
    if (response.statusCode === 429) throw tooMany(response);
    return response;
  }
}
