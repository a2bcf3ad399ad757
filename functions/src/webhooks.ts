import { Provider, webhookPaths } from "@hilo/schema";
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import {
  accountFrom,
  type Connection,
  connectionOf,
  connectionsBy,
} from "./channels/connections.ts";
import { count, flushWhenDue } from "./channels/health.ts";
import { isRemembered } from "./channels/listed.ts";
import { recordEvents } from "./inbound/record.ts";
import { clientAddress, trustProxy } from "./platform/client-address.ts";
import { config } from "./platform/config.ts";
import { AppError } from "./platform/errors.ts";
import { log } from "./platform/log.ts";
import { patternOf } from "./platform/path-pattern.ts";
import { readQuery } from "./platform/query.ts";
import { type Budget, isSpent, isWithinRate, spend } from "./platform/rate-budget.ts";
import type { Adapter, RawRequest, Reply } from "./providers/adapter.ts";
import { adapterOf } from "./providers/index.ts";

/** Largest body taken, in bytes, where a provider needs no more. */
const usualBody = 3 * 1024 * 1024;

/**
 * How many addresses that are no channel's an instance looks up for one client in a minute. A provider whose removed
 * channels still send asks for few, and for the same ones.
 */
const guesses = 300;

/** What Cloud Functions takes at most, in bytes. */
const largestBody = 32 * 1024 * 1024;

/** The address providers call: verify on the raw body, parse, record, and only then answer. */
export function createWebhooks(): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag").set("query parser", "simple");
  app.set("trust proxy", trustProxy);
  app.use(readQuery);
  // What most are called at is looked for first.
  const paths = [`${patternOf(webhookPaths.channel)}{/*rest}`, patternOf(webhookPaths.provider)];
  app.all(paths, readRaw, answerWebhook);
  app.use((_request, response) => refuse(response, 404));
  app.use(fail);
  return app;
}

const parsers = new Map<number, RequestHandler>();

/** Reads a body of at most `limit` bytes. */
function parserOf(limit: number): RequestHandler {
  const parser = parsers.get(limit) ?? express.raw({ type: () => true, limit });
  parsers.set(limit, parser);
  return parser;
}

/** Cloud Functions has read the body already and keeps it as `rawBody`. */
function readRaw(request: Request, response: Response, next: (error?: unknown) => void): void {
  if (rawBodyOf(request)) next();
  else parserOf(limitOf(builtChannel(request.params.provider)))(request, response, next);
}

function limitOf(channel: Adapter<unknown> | undefined): number {
  return Math.min(channel?.maxBody ?? usualBody, largestBody);
}

function rawBodyOf(request: Request): Buffer | undefined {
  const { rawBody } = request as { rawBody?: unknown };
  return Buffer.isBuffer(rawBody) ? rawBody : undefined;
}

async function answerWebhook(request: Request, response: Response): Promise<void> {
  const channel = builtChannel(request.params.provider);
  const refusal = channel && unusable(request, channel);
  if (refusal) return refuse(response, refusal);
  const candidates = channel && (await addressed(request, channel));
  if (!candidates) return refuse(response, channel ? 429 : 404);
  const raw = rawRequest(request);
  if (request.method === "GET") return greet(response, channel, candidates, raw);
  const connections = verified(channel, candidates, raw);
  if (candidates.length === 0) return refuse(response, 404);
  if (connections.length === 0) {
    const { workspaceId, channelId } = candidates[0] as Connection;
    count(workspaceId, channelId, "refused");
    return refuse(response, 401);
  }
  if (channel.rate && !isWithinRate(channel.rate(raw))) return refuse(response, 429);
  await recordEvents(connections, channel, raw);
  if (channel.acknowledge) await acknowledge(connections, channel, raw);
  await flushWhenDue();
  return reply(response, answerFor(connections, channel, raw));
}

const providers: ReadonlySet<unknown> = new Set(Provider.options);

function isProvider(name: unknown): name is Provider {
  return providers.has(name);
}

function builtChannel(provider: unknown): Adapter<unknown> | undefined {
  return isProvider(provider) ? adapterOf(provider) : undefined;
}

/** The status that refuses a request by its form alone, before anything is looked up. */
function unusable(request: Request, channel: Adapter<unknown>): number | undefined {
  if (request.method === "GET" && channel.greet) return undefined;
  if (request.method !== "POST") return 405;
  if (!isOf(request, channel.contentTypes)) return 415;
  return (rawBodyOf(request)?.length ?? 0) > limitOf(channel) ? 413 : undefined;
}

/** Whether a request has a body of one of these types, which most name exactly as they are. */
function isOf(request: Request, types: readonly string[]): boolean {
  const { "content-type": type = "", "content-length": length } = request.headers;
  return (length !== undefined && types.includes(type)) || types.some((one) => request.is(one));
}

/**
 * The connections an address stands for: its channel, or all of a provider that calls one address for all. Undefined
 * for a client that has made up too many; what is known by heart is found for it, too.
 */
async function addressed(
  request: Request,
  channel: Adapter<unknown>,
): Promise<Connection[] | undefined> {
  const { workspaceId = "", channelId } = request.params as Record<string, string>;
  if (!isRemembered(workspaceId) && isSpent(guessesOf(request))) return undefined;
  const found = await connectionsAt(workspaceId, channelId, channel);
  if (found.length === 0) spend(guessesOf(request));
  return found;
}

function guessesOf(request: Request): Budget {
  return { key: `made up by ${clientAddress(request)}`, most: guesses, ms: 60_000 };
}

async function connectionsAt(
  workspaceId: string,
  channelId: string | undefined,
  channel: Adapter<unknown>,
): Promise<Connection[]> {
  if (channelId === undefined)
    return channel.accountOf ? connectionsBy(workspaceId, channel.provider) : [];
  const found = await connectionOf(workspaceId, channelId);
  return found?.channel.provider === channel.provider ? [found] : [];
}

/** Those whose credentials signed the request; where there are none, it takes as long to say so. */
function verified(
  channel: Adapter<unknown>,
  candidates: readonly Connection[],
  raw: RawRequest,
): Connection[] {
  if (candidates.length === 0) channel.verify(raw, channel.decoy);
  return candidates.filter(
    ({ credentials }) => channel.verify(raw, credentials ?? channel.decoy) && Boolean(credentials),
  );
}

/** The request as the provider signed it: on the public address, never on what the Host header says. */
function rawRequest(request: Request): RawRequest {
  const body: unknown = request.body;
  const rawBody = rawBodyOf(request) ?? (Buffer.isBuffer(body) ? body : Buffer.alloc(0));
  const headers: RawRequest["headers"] = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  const { rest } = request.params as { rest?: string[] };
  return {
    method: request.method,
    url: config().PUBLIC_BASE_URL + request.originalUrl,
    headers,
    query: request.query as Record<string, string>,
    rawBody,
    rest: rest ?? [],
  };
}

function greet(
  response: Response,
  channel: Adapter<unknown>,
  candidates: readonly Connection[],
  raw: RawRequest,
): void {
  const answers = candidates.map(
    ({ credentials }) => credentials && channel.greet?.(raw, credentials),
  );
  const answer = answers.find(Boolean) as Reply | undefined;
  if (answer) reply(response, answer);
  else refuse(response, candidates.length === 0 ? 404 : 403);
}

/** What the provider shows the customer meanwhile; the message is recorded whether it works or not. */
async function acknowledge(
  connections: readonly Connection[],
  channel: Adapter<unknown>,
  raw: RawRequest,
): Promise<void> {
  const [connection] = connections;
  if (!channel.acknowledge || !connection) return;
  try {
    await channel.acknowledge(raw, accountFrom(connection), connection.credentials);
  } catch (error) {
    log.warn("webhook.unacknowledged", { channelId: connection.channelId, error });
  }
}

function answerFor(
  [connection]: readonly Connection[],
  channel: Adapter<unknown>,
  raw: RawRequest,
): Reply {
  return (connection && channel.answer?.(raw, accountFrom(connection))) ?? channel.accepted;
}

/** What every answer says. */
const always = { "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store" };

function reply(response: Response, { status, contentType, body }: Reply): void {
  const headers = {
    ...always,
    "Content-Type": `${contentType}; charset=utf-8`,
    "Content-Length": Buffer.byteLength(body),
  };
  response.writeHead(status, headers).end(body);
}

/** Says what is wrong with the form of a request, before anything is looked up. */
function tell(response: Response, { status, message }: AppError): void {
  response.status(status).set(always).type("text/plain").send(message);
}

/** One body for every refusal, so that nobody learns which workspaces and channels exist. */
function refuse(response: Response, status: number): void {
  response.status(status).set(always).type("text/plain").send("Not accepted");
}

/** Express's own refusals of a body keep their status; anything else is our fault, to be tried again. */
const fail: ErrorRequestHandler = (error: { status?: unknown }, _request, response, _next) => {
  if (error instanceof AppError && error.status === 400) return tell(response, error);
  const known = error.status === 413 || error.status === 415 || error.status === 400;
  if (!known) log.error("webhook.failed", { error });
  refuse(response, known ? Number(error.status) : 500);
};
