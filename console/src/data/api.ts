import type {
  ChangedField,
  EndpointName,
  Endpoints,
  Problem,
  ProblemCode,
  RequestOf,
  ResponseOf,
  Route,
} from "@hilo/schema";
import { apiBase, fill, type ParamsOf, routes } from "@hilo/schema/routes";
import { authorization, signInProblem, signOut } from "./session.ts";

/** An answer other than success; `code` is what the console words, "offline" when no answer came at all. */
export class ApiProblem extends Error {
  readonly code: ProblemCode | "offline";
  readonly status: number;
  readonly detail: string;
  /** What is wrong with which field of the request. */
  readonly errors: NonNullable<Problem["errors"]>;
  /** What somebody else has changed meanwhile. */
  readonly changed: readonly ChangedField[];

  constructor(
    code: ProblemCode | "offline",
    status: number,
    detail: string,
    {
      cause,
      errors = [],
      changed = [],
    }: { cause?: unknown; errors?: Problem["errors"]; changed?: Problem["changed"] } = {},
  ) {
    super(`${code}: ${detail}`, { cause });
    this.errors = errors;
    this.changed = changed;
    this.name = "ApiProblem";
    this.code = code;
    this.status = status;
    this.detail = detail;
  }
}

type QueryOf<N extends EndpointName> = Endpoints[N] extends { query: { _zod: { input: infer Q } } }
  ? { query?: Q }
  : unknown;
type BodyOf<N extends EndpointName> =
  RequestOf<N> extends undefined ? unknown : { body: RequestOf<N> };
type PathOf<N extends EndpointName> =
  ParamsOf<Endpoints[N]["path"]> extends infer P
    ? unknown extends P
      ? unknown
      : { params: P }
    : never;

/** What an endpoint is called with. */
export type CallOf<N extends EndpointName> = PathOf<N> & BodyOf<N> & QueryOf<N>;

type Loose = {
  params?: Record<string, string>;
  body?: unknown;
  query?: Record<string, string | undefined>;
};

const pause = 400;

/**
 * Calls an endpoint of the API as the signed-in member. Where the body names nothing, it carries a key, so that the one
 * retry after a lost connection cannot do the same thing twice. Throws `ApiProblem`.
 */
export async function call<N extends EndpointName>(
  name: N,
  ...[options]: Record<never, never> extends CallOf<N> ? [CallOf<N>?] : [CallOf<N>]
): Promise<ResponseOf<N>> {
  return ask(name, (options ?? {}) as Loose, await authorized());
}

/** Calls an endpoint that is open to who has signed in but works nowhere yet. Throws `ApiProblem`. */
export function callAsGuest<N extends EndpointName>(
  name: N,
  options: CallOf<N>,
  token: string,
): Promise<ResponseOf<N>> {
  return ask(name, options as Loose, { Authorization: `Bearer ${token}` });
}

async function ask<T>(
  name: EndpointName,
  { params = {}, body, query = {} }: Loose,
  headers: Record<string, string>,
): Promise<T> {
  const route: Route = routes[name];
  const { method, path } = route;
  const request: RequestInit = { method, headers: { ...headers, ...keyFor(route) } };
  if (body !== undefined) {
    request.headers = { ...request.headers, "Content-Type": "application/json" };
    request.body = JSON.stringify(body);
  }
  return read(await reach(apiBase + fill(path, params) + search(query), request));
}

/** A key for a call that nothing else keeps from being done twice. */
export function keyFor({ once }: Pick<Route, "once">): Record<string, string> {
  return once === "key" ? { "Idempotency-Key": crypto.randomUUID() } : {};
}

/** Who calls. A token that has run out is renewed, for which the network is needed, too. */
export async function authorized(): Promise<Record<string, string>> {
  try {
    return await authorization();
  } catch (cause) {
    if (signInProblem(cause) !== "offline") throw cause;
    throw new ApiProblem("offline", 0, "The session cannot be renewed.", { cause });
  }
}

/** The error of an answer; ends the session here when it has ended there. */
export async function problemOf(answer: Response): Promise<ApiProblem> {
  const problem: Partial<Problem> = await answer.json().catch(() => ({}));
  const code = problem.code ?? (answer.status >= 500 ? "unavailable" : "internal");
  if (code === "sessionEnded") void signOut("ended");
  return new ApiProblem(code, answer.status, problem.detail ?? answer.statusText, problem);
}

async function read<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw await problemOf(answer);
  return answer.json();
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, pause));
    return fetch(address, request).catch((cause: unknown) => {
      throw new ApiProblem("offline", 0, "The server cannot be reached.", { cause });
    });
  }
}

function search(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}
