import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { newId } from "./clock.ts";
import { AppError } from "./errors.ts";

const ids = new WeakMap<IncomingMessage, string>();

/** The id of a request, the same in its answer, its log lines and its audit entries. */
export function requestId(request: IncomingMessage): string {
  const known = ids.get(request);
  if (known) return known;
  const made = newId();
  ids.set(request, made);
  return made;
}

/** The body that Cloud Functions has already read; undefined under a plain HTTP server. */
function bodyRead(request: IncomingMessage): Buffer | undefined {
  const raw = "rawBody" in request ? request.rawBody : undefined;
  return Buffer.isBuffer(raw) ? raw : undefined;
}

/** The body as a stream, whoever has read it before. */
export function bodyStream(request: IncomingMessage): Readable {
  const raw = bodyRead(request);
  return raw ? Readable.from(raw.length > 0 ? [raw] : []) : request;
}

/** The whole body as it came; throws `tooLarge` as soon as it is over the limit. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  refuseLength(request, maxBytes);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bodyStream(request)) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Refuses by the declared length, before anything is read. */
export function refuseLength(request: IncomingMessage, maxBytes: number): void {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) throw tooLarge(maxBytes);
}

function tooLarge(maxBytes: number): AppError {
  const limit =
    maxBytes < 1_000_000 ? `${maxBytes} bytes` : `${Math.floor(maxBytes / 1_000_000)} MB`;
  return new AppError("tooLarge", `The request is larger than ${limit}. Send less at once.`);
}

/** The JSON of a body in UTF-8 (RFC 8259); throws `wrongType` or `badRequest`. */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!/^application\/([a-z0-9.-]+\+)?json$/.test(type)) {
    throw new AppError("wrongType", "Send the body as application/json.");
  }
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity" && !bodyRead(request)) {
    throw new AppError("wrongType", "Send the body without Content-Encoding.");
  }
  return parseJson(await readBody(request, maxBytes));
}

function parseJson(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // Only an escape can bring half a character into text that is UTF-8.
    return JSON.parse(text, /\\u[dD][89a-fA-F]/.test(text) ? refuseHalves : undefined);
  } catch {
    throw new AppError("badRequest", "The body is not valid JSON in UTF-8.");
  }
}

/** Half of a surrogate pair is no character, and no database keeps it. */
function refuseHalves(name: string, value: unknown): unknown {
  const half = /\p{Surrogate}/u;
  if (half.test(name) || (typeof value === "string" && half.test(value))) throw new SyntaxError();
  return value;
}
