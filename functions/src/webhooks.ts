import { InboundEvent, Provider } from "@hilo/schema";
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type Response,
} from "express";
import type { Channel, RawRequest } from "./channels/channel.ts";
import { channelOf } from "./channels/index.ts";
import { type Connection, connectionOf } from "./connections/connections.ts";
import { bury } from "./connections/dead-letters.ts";
import { count, flushWhenDue } from "./connections/health.ts";
import { receive } from "./conversations/receive.ts";
import { recordStatus } from "./conversations/statuses.ts";
import { config } from "./platform/config.ts";
import { log } from "./platform/log.ts";

/** Largest body taken, in bytes. */
const maxBody = 3 * 1024 * 1024;

/** Largest event kept as a message, in bytes of its JSON; a document holds at most 1 MiB. */
const maxEvent = 700 * 1024;

/** The address providers call: verify on the raw body, parse, record, and only then answer. */
export function createWebhooks(): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag").set("query parser", "simple");
  app.use((_request, response, next) => {
    response.set({ "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store" });
    next();
  });
  app.all("/webhooks/:provider/:workspaceId/:channelId", readRaw, answerWebhook);
  app.use((_request, response) => refuse(response, 404));
  app.use(fail);
  return app;
}

const parseRaw = express.raw({ type: () => true, limit: maxBody });

/** Cloud Functions has read the body already and keeps it as `rawBody`. */
function readRaw(request: Request, response: Response, next: (error?: unknown) => void): void {
  if (rawBodyOf(request)) next();
  else parseRaw(request, response, next);
}

function rawBodyOf(request: Request): Buffer | undefined {
  const { rawBody } = request as { rawBody?: unknown };
  return Buffer.isBuffer(rawBody) ? rawBody : undefined;
}

async function answerWebhook(request: Request, response: Response): Promise<void> {
  const { provider, workspaceId = "", channelId = "" } = request.params as Record<string, string>;
  const channel = builtChannel(provider);
  const refusal = channel && unusable(request, channel);
  if (refusal) return refuse(response, refusal);
  const found = await connectionOf(workspaceId, channelId);
  const connection = found?.channel.provider === provider ? found : undefined;
  const raw = rawRequest(request);
  const signed = channel?.verify(raw, connection?.credentials ?? channel.decoy);
  if (!channel || !connection) return refuse(response, 404);
  if (!connection.credentials || !signed) {
    count(workspaceId, channelId, "refused");
    return refuse(response, 401);
  }
  await record(connection, channel, raw);
  await flushWhenDue();
  const { status, contentType, body } = channel.accepted;
  response.status(status).type(contentType).send(body);
}

function builtChannel(provider: string | undefined): Channel<unknown> | undefined {
  const known = Provider.safeParse(provider);
  return known.success ? channelOf(known.data) : undefined;
}

/** The status that refuses a request by its form alone, before anything is looked up. */
function unusable(request: Request, channel: Channel<unknown>): number | undefined {
  if (request.method !== "POST") return 405;
  if (!channel.contentTypes.some((type) => request.is(type))) return 415;
  return (rawBodyOf(request)?.length ?? 0) > maxBody ? 413 : undefined;
}

/** The request as the provider signed it: on the public address, never on what the Host header says. */
function rawRequest(request: Request): RawRequest {
  const body: unknown = request.body;
  const rawBody = rawBodyOf(request) ?? (Buffer.isBuffer(body) ? body : Buffer.alloc(0));
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: request.method,
    url: config().PUBLIC_BASE_URL + request.originalUrl,
    headers: Object.fromEntries(headers),
    query: request.query as Record<string, string>,
    rawBody,
  };
}

async function record(
  connection: Connection,
  channel: Channel<unknown>,
  raw: RawRequest,
): Promise<void> {
  const lines = byPerson(parseSafely(channel, raw, connection));
  await Promise.all(
    lines.map(async (events) => {
      for (const event of events) await recordOne(connection, raw, event);
    }),
  );
}

/** A body that breaks the parser is kept for a person to look at; asking for it again would not mend it. */
function parseSafely(
  channel: Channel<unknown>,
  raw: RawRequest,
  { channel: { platform }, channelId }: Connection,
): InboundEvent[] {
  try {
    return channel.parse(raw, platform).map(keepable);
  } catch (error) {
    log.error("webhook.unparsed", { channelId, error });
    return [{ type: "unsupported", reason: "The body could not be read" }];
  }
}

/** An event that no document could hold, or nobody could read again, is kept for a person to look at. */
function keepable(event: InboundEvent): InboundEvent {
  const fits = Buffer.byteLength(JSON.stringify(event)) <= maxEvent;
  if (fits && InboundEvent.safeParse(event).success) return event;
  return { type: "unsupported", reason: "A message of a size or shape that cannot be kept" };
}

/** Events of one person stay in their order; those of different people need not wait for each other. */
function byPerson(events: InboundEvent[]): InboundEvent[][] {
  const lines = new Map<string, InboundEvent[]>();
  for (const event of events) {
    const key = event.type === "message" ? event.sender.address : "";
    lines.set(key, [...(lines.get(key) ?? []), event]);
  }
  return [...lines.values()];
}

async function recordOne(
  connection: Connection,
  raw: RawRequest,
  event: InboundEvent,
): Promise<void> {
  const { workspaceId, channelId } = connection;
  if (event.type === "unsupported") return bury(connection, raw, event.reason);
  if (event.type === "message") {
    const outcome = await receive(connection, event);
    return count(workspaceId, channelId, outcome === "recorded" ? "received" : "duplicates");
  }
  const outcome = await recordStatus(connection, event);
  if (outcome === "missing") await bury(connection, raw, "A status of a message Hilo did not send");
  else count(workspaceId, channelId, "statuses");
}

/** One body for every refusal, so that nobody learns which workspaces and channels exist. */
function refuse(response: Response, status: number): void {
  response.status(status).type("text/plain").send("Not accepted");
}

/** Express's own refusals of a body keep their status; anything else is our fault, to be tried again. */
const fail: ErrorRequestHandler = (error: { status?: unknown }, _request, response, _next) => {
  const known = error.status === 413 || error.status === 415 || error.status === 400;
  if (!known) log.error("webhook.failed", { error });
  refuse(response, known ? Number(error.status) : 500);
};
