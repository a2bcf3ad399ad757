import type { IncomingMessage, ServerResponse } from "node:http";
import type { Limit, Route } from "@hilo/schema";
import { ipKeyGenerator, type RateLimitRequestHandler, rateLimit } from "express-rate-limit";
import { LRUCache } from "lru-cache";
import type { Actor, Guest } from "./auth.ts";
import { clientAddress } from "./client-address.ts";
import { hash } from "./crypto.ts";
import { AppError } from "./errors.ts";

/**
 * Requests per minute and instance of the function; instances do not share their counts, so that counting
 * costs no read. Other systems send in bulk, people do not.
 */
export const perMinute = {
  /** Of one address, of whoever has not signed in yet. */
  address: 3_000,
  /** Of one link to a file. */
  link: 600,
  /** Of one address, which a whole office may share. */
  visitors: 120,
  general: { member: 600, apiKey: 1_200 },
  send: { member: 120, apiKey: 600 },
  files: { member: 120, apiKey: 300 },
  /** What gives access, and what asks others whether theirs works. */
  accounts: { member: 20, apiKey: 20 },
} as const satisfies Record<Limit, Record<Actor["type"], number>> & Record<string, unknown>;

/** Which limit a row names. */
export function limitOf({ limit = "general" }: Pick<Route, "limit">): Limit {
  return limit;
}

const actors = new WeakMap<IncomingMessage, Actor>();

function limiter(
  limit: number | ((actor: Actor) => number),
  keyOf: (request: IncomingMessage) => string,
): RateLimitRequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: typeof limit === "number" ? limit : (request) => limit(actorOf(request)),
    keyGenerator: keyOf,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    validate: false,
    handler: (_request, _response, next) =>
      next(new AppError("tooMany", "Too many requests in a minute. Wait a little, then go on.")),
  });
}

const byAddress = limiter(perMinute.address, (request) => addressOf(request));

const byVisitor = limiter(perMinute.visitors, (request) => addressOf(request));

const links = new WeakMap<IncomingMessage, string>();

const byLink = limiter(perMinute.link, (request) => links.get(request) ?? "");

const guests = new WeakMap<IncomingMessage, Guest>();

const byGuest = forEach(guestLimiter);

const byActor = forEach(actorLimiter);

/** Each limit counts by itself. */
function forEach(make: (limit: Limit) => RateLimitRequestHandler) {
  return {
    general: make("general"),
    send: make("send"),
    files: make("files"),
    accounts: make("accounts"),
  } satisfies Record<Limit, RateLimitRequestHandler>;
}

function guestLimiter(limit: Limit): RateLimitRequestHandler {
  return limiter(perMinute[limit].member, (request) => guests.get(request)?.uid ?? "");
}

function actorLimiter(limit: Limit): RateLimitRequestHandler {
  return limiter(
    (actor) => perMinute[limit][actor.type],
    (request) => `${actorOf(request).workspaceId}/${actorOf(request).id}`,
  );
}

function actorOf(request: IncomingMessage): Actor {
  const actor = actors.get(request);
  if (!actor) throw new Error("A limit per actor needs an actor.");
  return actor;
}

/** An IPv6 client is counted by its /56, since it can choose among all addresses in it. */
function addressOf(request: IncomingMessage): string {
  return ipKeyGenerator(clientAddress(request));
}

/** Counts a request against its client's address, before anybody has signed in; throws `tooMany`. */
export function limitAddress(request: IncomingMessage, response: ServerResponse): Promise<void> {
  return pass(byAddress, request, response);
}

/** What has let somebody in before, by its digest: a hint that spares an address, which nobody comes in by. */
const known = new LRUCache<string, true>({ max: 20_000, ttl: 60 * 60_000 });

/**
 * Has somebody sign in. Only what has let nobody in yet counts against an address, which a whole office may share, or
 * all who come by a front end that we do not know; throws `tooMany` before anything is looked up.
 */
export async function signingIn<T>(
  request: IncomingMessage,
  response: ServerResponse,
  signIn: () => Promise<T>,
): Promise<T> {
  const key = hash(request.headers.authorization ?? "");
  if (!known.has(key)) await limitAddress(request, response);
  try {
    const caller = await signIn();
    known.set(key, true);
    return caller;
  } catch (error) {
    known.delete(key);
    throw error;
  }
}

/** Counts the requests of a link that was checked, whoever holds it; throws `tooMany`. */
export async function limitLink(
  request: IncomingMessage,
  response: ServerResponse,
  signature: string,
): Promise<void> {
  links.set(request, signature);
  await pass(byLink, request, response);
}

/** Counts what a visitor of a web chat asks, which nobody has let in, against their address; throws `tooMany`. */
export async function limitVisitor(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await limitAddress(request, response);
  await pass(byVisitor, request, response);
}

/** Counts a request of somebody who has signed in and may work nowhere; throws `tooMany`. */
export async function limitGuest(
  request: IncomingMessage,
  response: ServerResponse,
  guest: Guest,
  endpoint: Pick<Route, "limit">,
): Promise<void> {
  guests.set(request, guest);
  await pass(byGuest[limitOf(endpoint)], request, response);
}

/** Counts a request of somebody signed in against what its endpoint allows; throws `tooMany`. */
export async function limitActor(
  request: IncomingMessage,
  response: ServerResponse,
  actor: Actor,
  endpoint: Pick<Route, "limit">,
): Promise<void> {
  actors.set(request, actor);
  await pass(byActor[limitOf(endpoint)], request, response);
}

function pass(
  limit: RateLimitRequestHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  type Parameters3 = Parameters<RateLimitRequestHandler>;
  return new Promise((resolve, reject) => {
    const next = (error?: unknown) => (error ? reject(error) : resolve());
    limit(request as Parameters3[0], response as Parameters3[1], next);
  });
}
