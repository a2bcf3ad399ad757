import type { Dispatcher } from "undici";
import { ProviderError } from "./adapter.ts";

/** A request to a provider's API, with one body at most. */
export type ProviderRequest = {
  url: string;
  /** POST when there is a body, else GET. */
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  headers?: Record<string, string>;
  json?: unknown;
  form?: URLSearchParams;
  multipart?: FormData;
  /** A file as it is. */
  bytes?: { type: string; data: Buffer };
  /** From the first byte to the last of the answer. */
  timeoutMs?: number;
};

/** What a provider answered, whatever its status: what it means is the provider folder's to say. */
export type ProviderAnswer = {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string>;
  /** The JSON of the answer; undefined when it is none. */
  body: unknown;
  text: string;
};

const timeoutMs = 10_000;
/** Half of the whole, so that a connection that never comes about is known as such. */
const connectMs = 5_000;
const maxAnswer = 5 * 1024 * 1024;

/**
 * Calls a provider's API once. Every HTTP answer is returned, redirects too, which are never followed. Throws
 * ProviderError: `unreachable` when no connection came about, so that nothing was written; `unknown` when the
 * request was written and the answer did not come, or not whole.
 */
export async function callProvider(request: ProviderRequest): Promise<ProviderAnswer> {
  const { agent, neverConnected } = await network();
  const body = await encode(request);
  const to = target(request.url);
  try {
    const answer = await agent.request({
      ...to,
      method: request.method ?? (body ? "POST" : "GET"),
      headers: { accept: "application/json", ...body?.headers, ...request.headers },
      body: body?.bytes ?? null,
      signal: AbortSignal.timeout(request.timeoutMs ?? timeoutMs),
    });
    return await read(answer);
  } catch (error) {
    throw failureOf(error, neverConnected);
  }
}

/** For how long the provider asks us to wait, in milliseconds: `Retry-After` in seconds or as a date (RFC 9110). */
export function retryAfterOf(
  { headers }: Pick<ProviderAnswer, "headers">,
  now = Date.now(),
): number | undefined {
  const told = headers["retry-after"]?.trim();
  if (!told) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(told) ? Number(told) * 1000 : Date.parse(told) - now;
  return ms > 0 ? Math.ceil(ms) : undefined;
}

function target(address: string): { origin: string; path: string } {
  const url = new URL(address);
  return { origin: url.origin, path: url.pathname + url.search };
}

type Encoded = { headers: Record<string, string>; bytes: Buffer };

async function encode({
  json,
  form,
  multipart,
  bytes,
}: ProviderRequest): Promise<Encoded | undefined> {
  if (bytes) return { headers: { "content-type": bytes.type }, bytes: bytes.data };
  if (json !== undefined) return encoded("application/json", JSON.stringify(json));
  if (form) return encoded("application/x-www-form-urlencoded", form.toString());
  if (!multipart) return undefined;
  const whole = new Response(multipart);
  return encoded(whole.headers.get("content-type") ?? "", await whole.arrayBuffer());
}

function encoded(type: string, body: string | ArrayBuffer): Encoded {
  const bytes = typeof body === "string" ? Buffer.from(body) : Buffer.from(body);
  return { headers: { "content-type": type }, bytes };
}

async function read({
  statusCode,
  headers,
  body,
}: Dispatcher.ResponseData): Promise<ProviderAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxAnswer) throw new Error("The answer is too long");
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  return { status: statusCode, headers: single(headers), body: parsed(text), text };
}

function single(headers: Dispatcher.ResponseData["headers"]): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    Array.isArray(value) ? value.join(", ") : (value ?? ""),
  ]);
  return Object.fromEntries(entries);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Network = { agent: Dispatcher; neverConnected: WeakSet<object> };

let made: Promise<Network> | undefined;

/** The client costs 60 ms to load, so only a call loads it; its connections are kept for the next one. */
function network(): Promise<Network> {
  made ??= connecting();
  return made;
}

/** Every error that the making of a connection ends with is remembered: after such a one nothing was written. */
async function connecting(): Promise<Network> {
  const { default: undici } = await import("undici");
  const neverConnected = new WeakSet<object>();
  const connect = undici.buildConnector({ timeout: connectMs });
  const agent = new undici.Agent({
    connect: (options, callback) =>
      connect(options, (error, socket) => {
        if (!error) return callback(null, socket);
        neverConnected.add(error);
        callback(error, null);
      }),
  });
  return { agent, neverConnected };
}

type Failure = { code?: unknown; name?: string; message?: string };

function failureOf(thrown: unknown, neverConnected: WeakSet<object>): ProviderError {
  const { code, name, message } = (thrown ?? {}) as Failure;
  const known = thrown !== null && typeof thrown === "object" && neverConnected.has(thrown);
  const named = typeof code === "string" && code !== "" ? code : undefined;
  const why = message || "The provider could not be called";
  if (known)
    return new ProviderError("unreachable", named ?? "notConnected", why, { cause: thrown });
  if (name === "TimeoutError")
    return new ProviderError("unknown", "timeout", "The provider did not answer in time");
  return new ProviderError("unknown", named ?? "noAnswer", why, { cause: thrown });
}
