import type { Readable } from "node:stream";
import ipaddr from "ipaddr.js";
import { isPublicAddress, publicLookup, UnsafeAddress } from "./safe-address.ts";

/** What to fetch: `hosts` are exact names or suffixes such as ".example.com"; headers stay on the first origin. */
export type DownloadRequest = { url: string; headers: Record<string, string>; hosts: string[] };

/** What came, with the type its server claims. */
export type Downloaded = { bytes: Buffer; type: string };

/**
 * Why there is no file. `refused`: not an address one may fetch from, or the server says no; `unreachable`:
 * try again later; `missing`: it is not there, or not any more.
 */
export class DownloadError extends Error {
  readonly reason: "refused" | "tooLarge" | "unreachable" | "missing";

  constructor(reason: DownloadError["reason"], cause?: unknown) {
    super(`The file cannot be fetched: ${reason}.`, { cause });
    this.name = "DownloadError";
    this.reason = reason;
  }
}

const maxRedirects = 3;
const timeoutMs = 10_000;

type Limits = { maxBytes: number; timeoutMs?: number };
type Response = import("undici").Dispatcher.ResponseData;

/** `bases` are origins that stand in for a provider's: no public addresses, and exactly these. A test's `connect` makes the sockets. */
export type Network = {
  connect?: import("undici").buildConnector.connector;
  bases?: readonly string[];
};

/**
 * Fetches a file that a provider holds. Only https, only from the hosts given, only at public addresses: the
 * address that was checked is the one dialled, on every hop. At most 3 redirects, 10 s in all, and no byte
 * over `maxBytes`.
 */
export async function download(
  request: DownloadRequest,
  limits: Limits,
  { connect, bases = [] }: Network = {},
): Promise<Downloaded> {
  const { default: undici } = await import("undici");
  const agent = new undici.Agent({
    connect: connect ?? undici.buildConnector({ lookup: publicLookup(), timeout: timeoutMs }),
  });
  const local = new undici.Agent();
  const signal = AbortSignal.timeout(limits.timeoutMs ?? timeoutMs);
  const get = (url: URL, headers: Record<string, string>) => {
    if (!mayFetch(url, request.hosts, bases)) throw new DownloadError("refused");
    const dispatcher = bases.includes(url.origin) ? local : agent;
    const sent = { ...headers, "accept-encoding": "identity" };
    return undici.request(url, { dispatcher, headers: sent, signal });
  };
  try {
    return await follow(request, limits.maxBytes, get);
  } catch (error) {
    throw error instanceof DownloadError ? error : new DownloadError(reasonOf(error), error);
  } finally {
    await Promise.all([agent.destroy(), local.destroy()]);
  }
}

type Get = (url: URL, headers: Record<string, string>) => Promise<Response>;

async function follow(request: DownloadRequest, maxBytes: number, get: Get): Promise<Downloaded> {
  const first = new URL(request.url);
  let url = first;
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const response = await get(url, url.origin === first.origin ? request.headers : {});
    const next = redirectOf(response, url);
    if (!next) return receive(response, maxBytes);
    await response.body.dump();
    url = next;
  }
  throw new DownloadError("refused");
}

function redirectOf({ statusCode, headers }: Response, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return undefined;
  if (typeof headers.location !== "string") throw new DownloadError("unreachable");
  return new URL(headers.location, from);
}

async function receive(response: Response, maxBytes: number): Promise<Downloaded> {
  const { statusCode, headers, body } = response;
  if (statusCode !== 200) throw new DownloadError(reasonOfStatus(statusCode));
  if (Number(headers["content-length"] ?? 0) > maxBytes) throw new DownloadError("tooLarge");
  const type = headers["content-type"];
  return { bytes: await collect(body, maxBytes), type: typeof type === "string" ? type : "" };
}

async function collect(body: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw new DownloadError("tooLarge");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Whether an address may be fetched from at all; names are looked at again when they are resolved. */
export function mayFetch(
  url: URL,
  hosts: readonly string[],
  bases: readonly string[] = [],
): boolean {
  if (bases.includes(url.origin)) return true;
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "") return false;
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(literal) && !isPublicAddress(literal)) return false;
  return url.port === "" && hosts.some((host) => isAt(url.hostname, host));
}

function isAt(hostname: string, host: string): boolean {
  return host.startsWith(".") ? hostname.endsWith(host) : hostname === host;
}

function reasonOfStatus(status: number): DownloadError["reason"] {
  if (status === 404 || status === 410) return "missing";
  return status === 429 || status >= 500 ? "unreachable" : "refused";
}

function reasonOf(error: unknown): DownloadError["reason"] {
  const notAnAddress = error instanceof TypeError && "code" in error;
  return error instanceof UnsafeAddress || notAnAddress ? "refused" : "unreachable";
}
