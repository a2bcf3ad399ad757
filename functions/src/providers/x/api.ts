import * as z from "zod";
import { now } from "../../platform/clock.ts";
import { ProviderError } from "../adapter.ts";
import { callProvider, type ProviderAnswer, type ProviderRequest } from "../provider-call.ts";
import { api } from "./base.ts";
import { explain } from "./errors.ts";
import { authorizationOf } from "./oauth.ts";
import type { XCredentials } from "./wire.ts";

type Call = Omit<ProviderRequest, "url" | "headers" | "method"> & {
  method: "GET" | "POST";
  path: string;
};

/** Calls X on the account's behalf and gives the `data` of its answer; throws ProviderError. */
export async function callX(call: Call, credentials: XCredentials): Promise<unknown> {
  const { path, ...request } = call;
  const url = api.url() + path;
  const authorization = authorizationOf({ method: call.method, url }, credentials);
  return dataOf(await callProvider({ ...request, url, headers: { authorization } }));
}

/** Calls X as the app itself. */
export async function callAsApp(path: string, bearerToken: string): Promise<unknown> {
  const url = api.url() + path;
  return dataOf(await callProvider({ url, headers: { authorization: `Bearer ${bearerToken}` } }));
}

const problem = z.looseObject({
  status: z.int().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
});

const Answer = z.looseObject({
  data: z.unknown().optional(),
  errors: z.array(problem).optional().catch(undefined),
});

/** A problem may come with its own status, or inside an answer that claims success. */
function dataOf(answer: ProviderAnswer): unknown {
  const { data: body } = Answer.safeParse(answer.body);
  const said = problem.safeParse(answer.body).data;
  const [inside] = body?.errors ?? [];
  if (answer.status < 300 && (body?.data !== undefined || !inside)) return body?.data;
  const status = answer.status < 300 ? (inside?.status ?? 400) : answer.status;
  throw failureOf(status, inside?.detail ?? said?.detail ?? said?.title, answer);
}

function failureOf(status: number, words: string | undefined, answer: ProviderAnswer) {
  const code = String(status);
  const { message } = explain(code);
  const told = words ? `${message}: ${words}` : message;
  // A fault of X's own says nothing about whether the message was sent.
  if (status >= 500 || status < 400) return new ProviderError("unknown", code, told);
  if (status !== 429) return new ProviderError("refused", code, told);
  const retryAfter = waitOf(answer.headers);
  return new ProviderError("rateLimited", code, told, retryAfter ? { retryAfter } : {});
}

/** The limits of a quarter of an hour and of a day have each their own end, in seconds since the epoch. */
function waitOf(headers: ProviderAnswer["headers"]): number | undefined {
  const day = headers["x-user-limit-24hour-remaining"] === "0";
  const reset = headers[day ? "x-user-limit-24hour-reset" : "x-rate-limit-reset"];
  const ms = Number(reset) * 1000 - now();
  return ms > 0 ? ms : undefined;
}
