import { createHash } from "node:crypto";
import {
  DocumentId,
  type Endpoint,
  isAdministering,
  may,
  type Permission,
  permissions,
  type Scope,
} from "@hilo/schema";
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from "express";
import type { z } from "zod";
import { type Actor, authenticate, authenticateGuest, type Guest } from "./auth.ts";
import { trustProxy } from "./client-address.ts";
import { hash } from "./crypto.ts";
import { AppError } from "./errors.ts";
import type { Handlers, Received } from "./handlers.ts";
import { type Answers, answersInFirestore, once } from "./idempotency.ts";
import { limitActor, limitGuest, signingIn } from "./limits.ts";
import { log } from "./log.ts";
import { patternOf } from "./path-pattern.ts";
import { type Answer, problemOf, publicError } from "./problem.ts";
import { readQuery } from "./query.ts";
import { readJson, requestId } from "./request.ts";
import { type Sessions, sessions } from "./sessions.ts";

const maxJsonBytes = 1_000_000;

/**
 * Where an app asks who is calling and what was answered before, whom it tells of each caller, and what keeps a caller
 * from what a path names; a test brings its own.
 */
type Sources = {
  sessions: Sessions;
  answers: Answers;
  met: (actor: Actor) => Promise<void>;
  guard: (actor: Actor, params: Readonly<Record<string, string>>) => Promise<void>;
};

/** What every answer says unless a route says otherwise: nothing here is a page, and nothing may be kept. */
const safeHeaders = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
  "X-Content-Type-Options": "nosniff",
};

/** An Express app that believes the right proxies, tells nobody what it is, and gives every request an id. */
export function createApp(sources: Partial<Sources> = {}): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag").set("query parser", "simple");
  app.set("trust proxy", trustProxy);
  const nothing = async () => undefined;
  const own = { sessions, answers: answersInFirestore, met: nothing, guard: nothing };
  app.locals.sources = { ...own, ...sources };
  app.use((request, response, next) => {
    response.set("X-Request-Id", requestId(request));
    response.set(safeHeaders);
    next();
  });
  app.use(readQuery);
  return app;
}

/** What any handler is called with; `Handler` says what of it an endpoint's own may know. */
type AnyCall = {
  params: Record<string, string>;
  query: unknown;
  body: unknown;
  actor?: Actor;
  guest?: Guest;
};

type AnyHandler =
  | ((call: AnyCall) => Promise<unknown>)
  | {
      receive(request: Request, call: AnyCall): Promise<Received>;
      take(call: AnyCall, received: Received): Promise<unknown>;
    };

/** Answers the endpoints of a table: who may, how often, in what shape, once, and with what. */
export function mount<T extends Readonly<Record<string, Endpoint>>>(
  router: Router,
  table: T,
  handlers: Handlers<T>,
): void {
  // The compiler has compared each with its row; from here on the row alone says what a handler is given.
  const known = handlers as Readonly<Record<string, AnyHandler | undefined>>;
  for (const [name, endpoint] of Object.entries(table)) {
    const handler = known[name];
    if (handler) bind(router, endpoint, handler);
  }
}

function bind(router: Router, endpoint: Endpoint, handler: AnyHandler): void {
  methodsOf(router, endpoint.path).set(endpoint.method, async (request, response) => {
    const caller = await admitted(endpoint, request, response);
    const call = { ...(await parse(endpoint, request)), ...caller };
    const { guard }: Sources = request.app.locals.sources;
    if ("actor" in caller) await guard(caller.actor, call.params);
    const { content, run } = await asked(handler, call, request);
    const answered = async () => answerOf(endpoint, await run());
    send(response, await runOnce({ endpoint, caller, content, request }, answered, response));
  });
}

type Caller = { actor: Actor } | { guest: Guest };

/** Who calls, once they may, and not too often. */
async function admitted(endpoint: Endpoint, request: Request, response: Response): Promise<Caller> {
  const { sessions, met }: Sources = request.app.locals.sources;
  if (endpoint.permission === null) {
    const guest = await signingIn(request, response, () => authenticateGuest(request, sessions));
    await limitGuest(request, response, guest, endpoint);
    return { guest };
  }
  const actor = await signingIn(request, response, () => authenticate(request, sessions));
  await met(actor);
  allow(actor, endpoint, endpoint.permission);
  await limitActor(request, response, actor, endpoint);
  return { actor };
}

/** What an endpoint is asked to do, and what tells it from any other request for it. */
type Asked = { content: string; run: () => Promise<unknown> };

async function asked(handler: AnyHandler, call: AnyCall, request: Request): Promise<Asked> {
  if (typeof handler === "function")
    return { content: JSON.stringify(call.body ?? null), run: () => handler(call) };
  const received = await handler.receive(request, call);
  return { content: contentOf(received), run: () => handler.take(call, received) };
}

/** A form is never the same twice: what it holds is. */
function contentOf({ bytes, name, type }: Received): string {
  return JSON.stringify([name, type, createHash("sha256").update(bytes).digest("hex")]);
}

type Methods = Map<string, (request: Request, response: Response) => Promise<void>>;

const routes = new WeakMap<Router, Map<string, Methods>>();

/** One route for each path, so that a method it does not have can be told from a path that is not there. */
function methodsOf(router: Router, path: string): Methods {
  const paths = routes.get(router) ?? new Map<string, Methods>();
  routes.set(router, paths);
  const known = paths.get(path);
  if (known) return known;
  const methods: Methods = new Map();
  paths.set(path, methods);
  router.all(patternOf(path), async (request, response, next) => {
    const method = request.method === "HEAD" ? "GET" : request.method;
    const answer = methods.get(method);
    if (answer) return answer(request, response);
    response.set("Allow", [...methods.keys()].join(", "));
    next();
  });
  return methods;
}

function allow(actor: Actor, { scopes }: Endpoint, permission: Permission): void {
  if (actor.type === "apiKey" && isAdministering(allowKey(actor.scopes ?? [], scopes))) return;
  if (may(actor.role, permission)) return;
  throw new AppError("notAllowed", `This needs the role ${permissions[permission].join(" or ")}.`);
}

/** By which of its scopes a key may. */
function allowKey(held: readonly Scope[], asked: Endpoint["scopes"]): Scope {
  if (!asked) throw new AppError("notAllowed", "An API key may not do this; a member has to.");
  const found = asked.find((scope) => held.includes(scope));
  if (found) return found;
  throw new AppError("notAllowed", `This needs an API key with the scope ${asked.join(" or ")}.`);
}

async function parse(
  { query, body }: Endpoint,
  request: Request,
): Promise<Pick<AnyCall, "params" | "query" | "body">> {
  const named = Object.entries(request.params).map(([name, value]) => [name, String(value)]);
  const params: Record<string, string> = Object.fromEntries(named);
  if (!Object.values(params).every((value) => DocumentId.safeParse(value).success)) {
    throw new AppError("notFound", "There is no such thing.");
  }
  return {
    params,
    query: query && check(query, request.query),
    body: body && check(body, await readJson(request, maxJsonBytes)),
  };
}

/** What was sent, in the shape of a schema; throws `invalid` with what is wrong in it. */
export function check<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ path: path.join("."), message }));
  throw new AppError("invalid", "Correct the fields listed in errors.", { details });
}

/** Only what the table promises goes out. */
function answerOf(endpoint: Endpoint, result: unknown): Answer {
  const body = JSON.stringify(endpoint.response.parse(result));
  return { status: endpoint.status ?? 200, body };
}

type OneRequest = { endpoint: Endpoint; caller: Caller; content: string; request: Request };

async function runOnce(
  { endpoint, caller, content, request }: OneRequest,
  run: () => Promise<Answer>,
  response: Response,
): Promise<Answer> {
  const key = request.get("Idempotency-Key");
  if (key === undefined || endpoint.method === "GET") return run();
  const { answers }: Sources = request.app.locals.sources;
  const asked = hash(request.method, request.originalUrl, content);
  const isNamed = endpoint.once === "ownId";
  const { replayed, ...answer } = await once(
    { ...caller, key, request: asked, isNamed },
    run,
    answers,
  );
  if (replayed) response.set("Idempotency-Replayed", "true");
  return answer;
}

function send(response: Response, { status, body }: Answer): void {
  const type = status < 400 ? "application/json" : "application/problem+json";
  response.status(status).type(type).send(body);
}

const unknownRoute: RequestHandler = (_request, response, next) => {
  const code = response.get("Allow") ? "wrongMethod" : "notFound";
  next(new AppError(code, code === "notFound" ? "There is nothing here." : "Use another method."));
};

const renderProblem: ErrorRequestHandler = (error, request, response, _next) => {
  const shown = publicError(error);
  note(shown, error, request);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (shown.status === 401) response.set("WWW-Authenticate", "Bearer");
  if (shown.status === 503) response.set("Retry-After", "1");
  response.removeHeader("Content-Length");
  send(response, problemOf(shown, requestId(request)));
};

function note(shown: AppError, error: unknown, request: Request): void {
  const fields = { requestId: requestId(request), status: shown.status, code: shown.code };
  if (shown.status < 500) log.info("http.refused", fields);
  else log.error("http.failed", { ...fields, error: shown.cause ?? error });
}

/** The last of every app, `app.use(problems)`: what no route answered, and the one renderer of errors. */
export const problems: (RequestHandler | ErrorRequestHandler)[] = [unknownRoute, renderProblem];
