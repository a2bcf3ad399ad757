import * as z from "zod";
import type { RawRequest } from "../channel.ts";
import { jsonOf } from "./wire.ts";

type Signed = { timestamp?: string; token?: string; signature?: string };

const text = z.union([z.string(), z.number().transform(String)]);
const Event = z.object({
  signature: z.object({ timestamp: text, token: text, signature: text }),
});

/** What Mailgun signs, found without reading the rest of the body: in a form, in its parts, or in an event's JSON. */
export function fieldsOf({ headers, rawBody }: RawRequest): Signed {
  const type = headers["content-type"] ?? "";
  if (/^application\/json/i.test(type)) {
    const event = Event.safeParse(jsonOf(rawBody));
    return event.success ? event.data.signature : {};
  }
  if (/^multipart\//i.test(type)) return fromParts(rawBody);
  const form = new URLSearchParams(rawBody.toString("latin1"));
  return Object.fromEntries(
    names.map((name) => [name, form.get(name) ?? ""]).filter(([, value]) => value),
  );
}

const names = ["timestamp", "token", "signature"];

/** A part's head is short, and so is what is signed. */
const longest = 400;

function fromParts(body: Buffer): Signed {
  const found = names.map((name) => [name, partOf(body, name)]);
  return Object.fromEntries(found.filter(([, value]) => value));
}

/** The value of the first part of that name: what stands between its empty line and the next line's end. */
function partOf(body: Buffer, name: string): string | undefined {
  const at = body.indexOf(`name="${name}"`);
  if (at < 0) return undefined;
  const head = body.subarray(at, at + longest).toString("latin1");
  return /\r\n\r\n([^\r\n]*)\r\n/.exec(head)?.[1];
}
