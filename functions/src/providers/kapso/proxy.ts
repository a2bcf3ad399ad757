import { ProviderError } from "../adapter.ts";
import { errorIn, failureIn } from "../meta-failure.ts";
import { callProvider, type ProviderAnswer, retryAfterOf } from "../provider-call.ts";
import { api } from "./base.ts";
import { explain, standsFor } from "./errors.ts";
import type { KapsoCredentials } from "./wire.ts";

/** The version of Graph API that Kapso's proxy speaks unless an administrator says otherwise. */
export const presetVersion = "v24.0";

/** Another message of the conversation is on its way: some seconds later it is through (ms). */
const inFlightWait = 2000;

/** A request to Kapso's proxy of WhatsApp's API. */
export function proxyRequest(
  path: string,
  settings: Record<string, string>,
  { apiKey }: KapsoCredentials,
): { url: string; headers: Record<string, string> } {
  const version = settings.graphVersion || presetVersion;
  const url = `${api.url()}/meta/whatsapp/${version}/${path}`;
  return { url, headers: { "x-api-key": apiKey } };
}

/** Calls the proxy; throws ProviderError for every answer that is no success. */
export async function callProxy(
  path: string,
  settings: Record<string, string>,
  credentials: KapsoCredentials,
  json?: unknown,
): Promise<ProviderAnswer> {
  const request = proxyRequest(path, settings, credentials);
  const answer = await callProvider({ ...request, ...(json === undefined ? {} : { json }) });
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw failureOf(answer);
}

/** Meta's errors come through as they are; Kapso's own are told by their HTTP status. */
export function failureOf(answer: ProviderAnswer): ProviderError {
  const graph = errorIn(answer);
  if (graph?.code !== undefined) return failureIn(answer);
  const code = standsFor(answer.status);
  const message = [explain(code).message, toldBy(answer)].filter(Boolean).join(". Kapso says: ");
  if (answer.status === 409 || answer.status === 429) {
    const retryAfter = retryAfterOf(answer) ?? (answer.status === 409 ? inFlightWait : undefined);
    const options = retryAfter === undefined ? {} : { retryAfter };
    return new ProviderError("rateLimited", code, message, options);
  }
  const refused = answer.status >= 400 && answer.status < 500;
  return new ProviderError(refused ? "refused" : "unknown", code, message);
}

function toldBy({ body }: ProviderAnswer): string {
  const { error, message } = (body ?? {}) as { error?: unknown; message?: unknown };
  const told = [error, message].find((one) => typeof one === "string");
  return typeof told === "string" ? told.slice(0, 300) : "";
}
