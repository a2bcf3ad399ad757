import { request as httpRequest, type OutgoingHttpHeaders } from "node:http";
import fc from "fast-check";
import { character } from "../support/character.ts";
import { patience } from "../support/patience.ts";

/** One of each kind of text that breaks programs. */
export const chosenTexts: readonly string[] = [
  "",
  " ",
  ".",
  "..",
  "a/b",
  "../../etc/passwd",
  "__proto__",
  "__x__",
  "constructor",
  "a.b",
  "`",
  "\u0000",
  "\ud800",
  "\udfff tail",
  "\ufeff",
  "💥".repeat(400),
  "a".repeat(2000),
  "a".repeat(200_000),
  "%00",
  "%E0%A4%A",
  "whatsapp:+56911112222",
  "-1",
  "1e999",
  "null",
  "2026-11-20T00:00:00Z",
  "<script>alert(1)</script>",
  "' OR 1=1 --",
];

/** Texts that break programs: reserved names, paths, lone surrogates, other scripts, too much. */
export const nastyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...chosenTexts) },
  { weight: 1, arbitrary: fc.string({ unit: character, maxLength: 60 }) },
);

/** One of each kind of value that breaks programs. */
export const nastyValues: readonly unknown[] = [
  ...chosenTexts,
  ...[0, -1, 0.5, 1e15, 8.64e15 + 1, 1e300, 2 ** 53],
  ...[null, true, [], {}, [[]], [null], { __proto__: null, a: "b" }],
];

/** Bodies that are no JSON, or JSON nobody expects. */
export const nastyBody = fc.oneof(
  fc.constantFrom(
    "",
    "{",
    "null",
    "[]",
    '"text"',
    "NaN",
    "[".repeat(100_000),
    `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`,
    '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}',
    '{"text":"\\ud800"}',
    `{"text":"${"a".repeat(1_100_000)}"}`,
    "\ufeff{}",
  ),
  fc.string({ unit: character, maxLength: 200 }),
  fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value)),
);

/** A body with one value replaced, or one name added, for every place in it: as many bodies as places. */
export function twists(valid: unknown, value: unknown, name: string): unknown[] {
  if (Array.isArray(valid)) {
    const inside = valid.flatMap((item, i) =>
      twists(item, value, name).map((twist) => valid.with(i, twist)),
    );
    return [value, [value], ...inside];
  }
  if (valid === null || typeof valid !== "object") return [value];
  const entries = Object.entries(valid);
  const inside = entries.flatMap(([key, inner]) =>
    twists(inner, value, name).map((twist) => ({ ...valid, [key]: twist })),
  );
  return [value, Object.fromEntries([...entries, [name, value]]), ...inside];
}

export type Shot = {
  method: string;
  path: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
};

export type Hit = { status: number; headers: Record<string, unknown>; text: string };

/** The status of a request whose connection was closed before its body was read. */
export const cutOff = 0;

/** Sends a request as it stands, without the care a client takes; throws when no answer comes in time. */
export function shoot(base: string, { method, path, headers, body }: Shot): Promise<Hit> {
  const { hostname, port } = new URL(base);
  const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
  const all = { ...headers, ...length };
  const options = { hostname, port, method, path, headers: all, timeout: patience, agent: false };
  return new Promise((resolve, reject) => {
    const request = httpRequest(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
      response.on("error", reject);
    });
    request.on("timeout", () => request.destroy(new Error(`No answer to ${method} ${path}`)));
    request.on("error", (error: NodeJS.ErrnoException) => {
      // A server that refuses a body early may close while it is still being written.
      if (error.code !== "ECONNRESET" && error.code !== "EPIPE") return reject(error);
      resolve({ status: cutOff, headers: {}, text: "" });
    });
    request.end(body);
  });
}
