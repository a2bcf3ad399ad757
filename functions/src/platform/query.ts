import type { IncomingMessage } from "node:http";
import { AppError } from "./errors.ts";

/**
 * The query of a request, each name once and each value one string. Throws `badRequest` for lists and for what looks
 * like a structure: whoever runs us may have read `a[]=1` or `a=1&a=2` as a list, which compares in unforeseen ways.
 */
export function queryOf(request: IncomingMessage): Record<string, string> {
  const address = addressOf(request);
  const start = address.indexOf("?");
  if (start < 0) return {};
  const pairs = [...new URLSearchParams(address.slice(start + 1))];
  const names = new Set(pairs.map(([name]) => name));
  if (names.size < pairs.length) throw refused("Say each name of the query once.");
  if (pairs.some(([name]) => /[[\]]/.test(name)))
    throw refused("A query has no lists: leave out the brackets.");
  return Object.fromEntries(pairs);
}

/** As it was called, whatever was mounted where. */
function addressOf(request: IncomingMessage): string {
  const called = "originalUrl" in request ? request.originalUrl : undefined;
  return typeof called === "string" ? called : (request.url ?? "");
}

function refused(words: string): AppError {
  return new AppError("badRequest", words);
}

/** Middleware of every app: all that comes after sees this query and no other. */
export function readQuery(
  request: IncomingMessage,
  _response: unknown,
  next: (error?: unknown) => void,
): void {
  const value = queryOf(request);
  Object.defineProperty(request, "query", { value, configurable: true, writable: true });
  next();
}
