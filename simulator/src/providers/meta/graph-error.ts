import { randomBytes } from "node:crypto";
import type { Response } from "express";
import { failureOf, type MetaPlatform } from "./failures.ts";

/** A call that the Graph API (or who stands before it) refuses, as it says so. */
export type GraphError = { status: number; body: { error: Record<string, unknown> | string } };

/** The refusal of a code or code/subcode; `details` is more exact than the table's. */
export function graphError(platform: MetaPlatform, key: string, details?: string): GraphError {
  const { message, status = 400, ...known } = failureOf(platform, key);
  const [code, subcode] = key.split("/");
  const said = details ?? known.details;
  const error = {
    message: `(#${code}) ${message}`,
    type: "OAuthException",
    code: Number(code),
    ...(subcode && { error_subcode: Number(subcode) }),
    ...(platform === "whatsapp" &&
      said !== undefined && { error_data: { messaging_product: "whatsapp", details: said } }),
    fbtrace_id: trace(),
  };
  return { status, body: { error } };
}

/** A refusal in words of its own, of a parameter that breaks a rule of the API. */
export function parameterError(message: string): GraphError {
  const error = { message: `(#100) ${message}`, type: "OAuthException", code: 100 };
  return { status: 400, body: { error: { ...error, fbtrace_id: trace() } } };
}

/** Writes a refusal; `retryAfter` in seconds. */
export function refuse(
  response: Response,
  { status, body }: GraphError,
  retryAfter?: number,
): void {
  if (retryAfter) response.set("Retry-After", String(retryAfter));
  response.status(status).json(body);
}

function trace(): string {
  return `A${randomBytes(8).toString("base64url")}`;
}
