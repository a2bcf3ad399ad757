import * as z from "zod";
import { Choice } from "./content.ts";
import { DocumentId } from "./id.ts";
import { languages } from "./languages.ts";
import { lines, plain } from "./text.ts";
import { Millis } from "./time.ts";
import { visibleName } from "./visible.ts";

/** How long a visitor stays signed in on a device, in milliseconds; the rules hold it too. */
export const visitorMs = 180 * 24 * 60 * 60 * 1000;

/** The custom claim that lets a visitor read one conversation. */
export const VisitorClaim = z.object({ workspace: z.string(), conversation: z.string() });
export type VisitorClaim = z.infer<typeof VisitorClaim>;

/** Nobody is kept from writing by how they are called: what cannot be shown of it is left out, or all of it. */
const name = lines(80).overwrite(visibleName);
const email = z.email().max(200);

/** How long a site may vouch for a customer by one token, from `iat` to `exp`, in milliseconds. */
export const longestVouchMs = 24 * 60 * 60 * 1000;

const hostId = plain(100).min(1);

/** What a site's token says of the customer whom it has signed in; times are in seconds (RFC 7519). */
export const HostClaims = z.object({
  sub: hostId,
  name: name.optional(),
  email: email.optional(),
  /** E.164. */
  phone: z.e164().optional(),
  /** Where a site says for whom it is: the channel's id. */
  aud: z.union([plain(200), z.array(plain(200))]).optional(),
  iat: z.number().int().positive(),
  exp: z.number().int().positive(),
});
export type HostClaims = z.infer<typeof HostClaims>;

/** A JWT of `HostClaims`, HS256 under the channel's secret. */
export const HostToken = plain(4096).min(1);

/**
 * The older form, in which the id alone is proven: `signature` is HMAC-SHA256 of `id` under the channel's secret, hex.
 */
export const HostIdentity = z.object({
  id: hostId,
  name: name.optional(),
  email: email.optional(),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
});
export type HostIdentity = z.infer<typeof HostIdentity>;

/** What a web chat sends to begin or to go on. */
export const OpenSession = z.strictObject({
  siteKey: plain(140).min(1),
  /** Of an anonymous account of Firebase Authentication. */
  idToken: plain(4096).min(1),
  /** The origin of the page that the chat stands in. */
  page: plain(300),
  language: z.enum(languages),
  /** What the visitor wrote into the form before the chat. */
  visitor: z.strictObject({ name: name.optional(), email: email.optional() }).optional(),
  /** The customer whom the host site has signed in. */
  identity: z.union([HostToken, HostIdentity.strict()]).optional(),
});
export type OpenSession = z.infer<typeof OpenSession>;

/** How the business wants its chat to look and what it says of itself. */
export const ChatSettings = z.object({
  title: z.string(),
  /** CSS hexadecimal, such as #0a7cff; empty for the chat's own. */
  color: z.string(),
  greeting: z.string(),
  /** What to ask before the first message. */
  form: z.array(z.enum(["name", "email"])),
  /** Whether somebody is there now, by the hours of the channel. */
  open: z.boolean(),
  /** When somebody will be there; null when that is now, or never. */
  opensAt: Millis.nullable(),
  /** Largest file in bytes and the types taken, for the file chooser. */
  files: z.object({ maxBytes: z.number().int(), types: z.array(z.string()) }),
  textLength: z.number().int(),
  /** How soon people usually answer (ms), in steps; null where too little is known to say so. */
  answersIn: Millis.nullable().default(null),
  /** Who answers: what customers may call them. */
  people: z.array(z.object({ name: z.string() })).default([]),
  /** When somebody is there, from today on for a week; empty: always. */
  week: z.array(z.object({ from: Millis, to: Millis })).default([]),
  /** Whether answers that are not seen are mailed to who leaves an address. */
  goesOnByMail: z.boolean().default(false),
});
export type ChatSettings = z.infer<typeof ChatSettings>;

/** What a web chat gets to talk with. */
export const VisitorSession = z.object({
  /** Signs the visitor's messages and uploads until `expires`. */
  token: z.string(),
  expires: Millis,
  conversationId: z.string(),
  /** The ID token has to be fetched again before it shows the conversation. */
  refresh: z.boolean(),
  settings: ChatSettings,
});
export type VisitorSession = z.infer<typeof VisitorSession>;

/** The address that a visitor leaves for answers. */
export const LeftAddress = z.strictObject({ email: z.email().max(200) });
export type LeftAddress = z.infer<typeof LeftAddress>;

const VisitorMessage = z.object({
  type: z.literal("message"),
  /** The visitor's own UUID, so that a second try is the same message. */
  id: z.uuid(),
  text: lines(4000).default(""),
  /** Uploaded before; the type is what the browser took it for. */
  files: z
    .array(z.object({ id: DocumentId, type: plain(100) }))
    .max(5)
    .default([]),
  /** What was pressed, and the message that offered it. */
  choice: Choice.extend({ id: lines(256), title: lines(80) }).optional(),
  replyTo: z.uuid().optional(),
});
export type VisitorMessage = z.input<typeof VisitorMessage>;

/** Messages are named by the sender's UUIDs: what the visitor wrote, and notes, have other ids or unknown ones. */
const VisitorReceipt = z.object({
  type: z.enum(["delivered", "read"]),
  messageIds: z.array(z.uuid()).min(1).max(100),
});

/** What a visitor posts to the channel's webhook. */
export const VisitorPost = z.discriminatedUnion("type", [VisitorMessage, VisitorReceipt]);
export type VisitorPost = z.output<typeof VisitorPost>;
