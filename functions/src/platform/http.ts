import { createHash } from "node:crypto";
import { DocumentId, type Endpoint, may, permissions } from "@hilo/schema";
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
import { type Answers, answersInFirestore, once } from "./idempotency.ts";
import { limitActor, limitAddress, limitGuest } from "./limits.ts";
import { log } from "./log.ts";
import { type Answer, problemOf, publicError } from "./problem.ts";
import { readQuery } from "./query.ts";
import { readJson, requestId } from "./request.ts";
import { type Sessions, sessions } from "./sessions.ts";

const maxJsonBytes = 1_000_000;

/**
 * Where an app asks who is calling and what was answered before, and whom it tells of each caller; a test brings its
 * own.
 */
type Sources = { sessions: Sessions; answers: Answers; met: (actor: Actor) => Promise<void> };

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

type Parsed<E, Part extends "query" | "body"> =
  E extends Record<Part, infer S extends z.ZodType> ? z.output<S> : undefined;

/** A call of an endpoint, checked: its parameters, query and body are what the table says. */
export type Call<E extends Endpoint> = {
  params: Record<Names<E["path"]>, string>;
  query: Parsed<E, "query">;
  body: Parsed<E, "body">;
  actor: Actor;
};

/** What came of a body that is no JSON: what it says, and what the sender calls it. */
export type Received = { bytes: Buffer; name: string; type: string };

type Receive<E extends Endpoint> = (request: Request, call: Call<E>) => Promise<Received>;

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
  const met = async () => undefined;
  app.locals.sources = { sessions, answers: answersInFirestore, met, ...sources };
  app.use((request, response, next) => {
    response.set("X-Request-Id", requestId(request));
    response.set(safeHeaders);
    next();
  });
  app.use(readQuery);
  return app;
}

/** Answers an endpoint of the table: who may, how often, in what shape, once, and with what. */
export function bind<E extends Endpoint>(
  router: Router,
  endpoint: E,
  handler: (call: Call<E>) => Promise<z.input<E["response"]>>,
): void {
  answer(router, endpoint, async (call) => ({
    content: JSON.stringify(call.body ?? null),
    run: () => handler(call),
  }));
}

/**
 * The same where the body is no JSON. Only `receive` sees the request, so that nothing can be done with a body that
 * does not tell one request from another under the same Idempotency-Key.
 */
export function bindUpload<E extends Endpoint>(
  router: Router,
  endpoint: E,
  receive: Receive<E>,
  handler: (call: Call<E>, received: Received) => Promise<z.input<E["response"]>>,
): void {
  answer(router, endpoint, async (call, request) => {
    const received = await receive(request, call);
    return { content: contentOf(received), run: () => handler(call, received) };
  });
}

/** A form is never the same twice: what it holds is. */
function contentOf({ bytes, name, type }: Received): string {
  return JSON.stringify([name, type, createHash("sha256").update(bytes).digest("hex")]);
}

/** What an endpoint is asked to do, and what tells it from any other request for it. */
type Asked<E extends Endpoint> = { content: string; run: () => Promise<z.input<E["response"]>> };

function answer<E extends Endpoint>(
  router: Router,
  endpoint: E,
  ask: (call: Call<E>, request: Request) => Promise<Asked<E>>,
): void {
  methodsOf(router, endpoint.path).set(endpoint.method, async (request, response) => {
    await limitAddress(request, response);
    const { sessions, answers, met }: Sources = request.app.locals.sources;
    const actor = await authenticate(request, sessions);
    await met(actor);
    allow(actor, endpoint);
    await limitActor(request, response, actor, endpoint);
    const call = { ...(await parse(endpoint, request)), actor };
    const { content, run } = await ask(call, request);
    const answered = async () => answerOf(endpoint, await run());
    send(response, await runOnce({ actor, content, request }, answered, answers, response));
  });
}

/** A call by somebody who has signed in, whether they work here or not. */
export type GuestCall<E extends Endpoint> = Omit<Call<E>, "actor"> & { guest: Guest };

/** Answers an endpoint of those who work nowhere yet. What it does can be done again without harm: no keys. */
export function bindGuest<E extends Endpoint>(
  router: Router,
  endpoint: E,
  handler: (call: GuestCall<E>) => Promise<z.input<E["response"]>>,
): void {
  methodsOf(router, endpoint.path).set(endpoint.method, async (request, response) => {
    await limitAddress(request, response);
    const { sessions }: Sources = request.app.locals.sources;
    const guest = await authenticateGuest(request, sessions);
    await limitGuest(request, response, guest);
    const call = await parse(endpoint, request);
    send(response, answerOf(endpoint, await handler({ ...call, guest })));
  });
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
  router.all(path.replace(/\{(\w+)\}/g, ":$1"), async (request, response, next) => {
    const method = request.method === "HEAD" ? "GET" : request.method;
    const answer = methods.get(method);
    if (answer) return answer(request, response);
    response.set("Allow", [...methods.keys()].join(", "));
    next();
  });
  return methods;
}

function allow(actor: Actor, endpoint: Endpoint): void {
  if (actor.type === "apiKey" && !endpoint.apiKey) {
    throw new AppError("notAllowed", "An API key may not do this; a member has to.");
  }
  const { permission } = endpoint;
  if (permission && may(actor.role, permission)) return;
  const who = permission ? permissions[permission].join(" or ") : "nobody";
  throw new AppError("notAllowed", `This needs the role ${who}.`);
}

async function parse<E extends Endpoint>(
  endpoint: E,
  request: Request,
): Promise<Omit<Call<E>, "actor">> {
  const params = request.params as Call<E>["params"];
  if (!Object.values(params).every((value) => DocumentId.safeParse(value).success)) {
    throw new AppError("notFound", "There is no such thing.");
  }
  const query = endpoint.query ? check(endpoint.query, request.query) : undefined;
  const body = endpoint.body
    ? check(endpoint.body, await readJson(request, maxJsonBytes))
    : undefined;
  return { params, query, body } as Omit<Call<E>, "actor">;
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

async function runOnce(
  { actor, content, request }: { actor: Actor; content: string; request: Request },
  run: () => Promise<Answer>,
  answers: Answers,
  response: Response,
): Promise<Answer> {
  const key = request.get("Idempotency-Key");
  if (key === undefined || request.method === "GET" || request.method === "HEAD") return run();
  const asked = hash(request.method, request.originalUrl, content);
  const { replayed, ...answer } = await once({ actor, key, request: asked }, run, answers);
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
