import { languages } from "@hilo/schema";
import * as z from "zod";
import { now } from "../../platform/clock.ts";
import { isSigned, signLink } from "../../platform/crypto.ts";

/** How long a token signs for its visitor, in milliseconds; the chat renews it as it goes. */
export const tokenMs = 24 * 60 * 60 * 1000;

/** Who is writing: proven when the token was made, so that a webhook has nothing to look up. */
export const Visitor = z.object({
  workspaceId: z.string(),
  channelId: z.string(),
  /** `visitor:` and the uid of their browser's account, or `user:` and the host site's own id. */
  address: z.string().min(1).max(140),
  name: z.string().max(200).optional(),
  email: z.string().max(200).optional(),
  /** E.164. */
  phone: z.string().max(20).optional(),
  /** What of these the host site vouched for; everything else is what they say of themselves. */
  proven: z.array(z.enum(["name", "email", "phone"])).default([]),
  /** What the chat speaks. */
  language: z.enum(languages).optional(),
  expires: z.number(),
});
export type Visitor = z.infer<typeof Visitor>;

/** A token that stands for a visitor: their data and our signature of it. */
export function tokenOf(visitor: z.input<typeof Visitor>): string {
  const payload = Buffer.from(JSON.stringify(visitor)).toString("base64url");
  return `${payload}.${signLink(standing(payload))}`;
}

function standing(payload: string): string {
  return `webchat visitor\n${payload}`;
}

/** The visitor of an Authorization header; undefined when it was not signed by us. May be expired. */
export function visitorIn(authorization: string | undefined): Visitor | undefined {
  const [, payload = "", signature = ""] =
    /^Bearer ([\w-]{1,2000})\.([\w-]{1,100})$/i.exec(authorization ?? "") ?? [];
  if (!isSigned(standing(payload), signature)) return undefined;
  return Visitor.parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
}

/** The visitor of a header whose time is not over; undefined when they have to ask for a new token. */
export function currentVisitor(authorization: string | undefined): Visitor | undefined {
  const visitor = visitorIn(authorization);
  return visitor && visitor.expires > now() ? visitor : undefined;
}
