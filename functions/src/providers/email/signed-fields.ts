import * as z from "zod";
import type { RawRequest } from "../adapter.ts";
import { jsonOf } from "./wire.ts";

type Signed = { timestamp?: string; token?: string; signature?: string };

const text = z.union([z.string(), z.number().transform(String)]);
const Event = z.object({
  signature: z.object({ timestamp: text, token: text, signature: text }),
});

/** What Mailgun signs, found without reading the rest of the body: in a form, in its parts, or in an event's JSON. */
export function fieldsOf({ headers, rawBody }: RawRequest): Signed {
  const type = headers["content-type"] ?? "";
  if (/^multipart\//i.test(type)) return found((name) => partOf(rawBody, boundaryOf(type), name));
  if (!/^application\/json/i.test(type)) return found((name) => pairOf(rawBody, name));
  if (rawBody.length > longestEvent) return {};
  const event = Event.safeParse(jsonOf(rawBody));
  return event.success ? event.data.signature : {};
}

/** An event is small: a larger one is not read before anybody proved to have sent it. In bytes. */
const longestEvent = 3 * 1024 * 1024;

function found(value: (name: string) => string | undefined): Signed {
  const names = ["timestamp", "token", "signature"];
  return Object.fromEntries(names.map((name) => [name, value(name)]).filter(([, one]) => one));
}

function boundaryOf(type: string): string {
  const match = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type);
  return match?.[1] ?? match?.[2] ?? "";
}

/** A part's head is short, and so is what is signed. */
const longest = 400;

/** No mail speaks of them more often, and nobody unproved may have us look for longer. */
const mostTries = 1000;

/** The value of a pair, which is hexadecimal or a number; in a form, no other value holds an ampersand. */
function pairOf(body: Buffer, name: string): string | undefined {
  const first = body.subarray(0, name.length + 1).toString("latin1") === `${name}=`;
  const at = first ? 0 : body.indexOf(`&${name}=`) + 1;
  if (!first && at === 0) return undefined;
  const start = at + name.length + 1;
  return body
    .subarray(start, start + longest)
    .toString("latin1")
    .split("&")[0];
}

/** The value of a part: what stands between its empty line and the next line's end. A mail may speak of such names too. */
function partOf(body: Buffer, boundary: string, name: string): string | undefined {
  if (boundary === "") return undefined;
  const named = `name="${name}"`;
  let at = -1;
  for (let tries = 0; tries < mostTries; tries += 1) {
    at = body.indexOf(named, at + 1);
    if (at < 0) return undefined;
    const before = body.subarray(Math.max(at - longest, 0), at).toString("latin1");
    const head = before.slice(before.lastIndexOf(`--${boundary}\r\n`));
    if (!head.startsWith(`--${boundary}\r\n`) || head.includes("\r\n\r\n")) continue;
    const after = body.subarray(at, at + longest).toString("latin1");
    return /\r\n\r\n([^\r\n]*)\r\n/.exec(after)?.[1];
  }
  return undefined;
}
