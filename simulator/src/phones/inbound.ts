import * as z from "zod";
import { Writer } from "./person.ts";
import { platforms } from "./platform.ts";
import { actions, kinds } from "./thread.ts";

/** A file of a message: one uploaded before, its bytes, or (left out) a sample of the message's kind. */
export const InboundFile = z.union([
  z.strictObject({ id: z.string() }),
  z.strictObject({
    name: z.string().max(200),
    type: z.string().regex(/^[\w.+-]+\/[\w.+-]+(;[\x20-\x7e]*)?$/, "A MIME type"),
    base64: z.base64(),
  }),
]);
export type InboundFile = z.infer<typeof InboundFile>;

const place = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().max(200).exactOptional(),
  address: z.string().max(300).exactOptional(),
});

const card = z.strictObject({
  name: z.string().min(1).max(100),
  phone: z.string().max(40).exactOptional(),
  email: z.string().max(200).exactOptional(),
});

const choice = z.strictObject({
  id: z.string().max(256),
  title: z.string().max(80),
  description: z.string().max(80).exactOptional(),
});

const referral = z.strictObject({
  headline: z.string().exactOptional(),
  body: z.string().exactOptional(),
  url: z.string().exactOptional(),
  sourceId: z.string().exactOptional(),
  sourceType: z.enum(["ad", "post"]).exactOptional(),
});

/** A telephone call, and how it ends. */
export const CallOrder = z.strictObject({
  direction: z.enum(["inbound", "outbound"]).default("inbound"),
  outcome: z.enum(["completed", "no-answer", "busy", "failed", "canceled"]).default("completed"),
  /** How long it took, when it was answered. */
  seconds: z.number().int().min(0).max(36_000).default(42),
  recording: z.boolean().default(false),
  answeredBy: z.enum(["human", "machine_start"]).exactOptional(),
});
export type CallOrder = z.output<typeof CallOrder>;

/** A message or an act of a customer, in words that hold for every provider. */
export const Inbound = z.strictObject({
  /** The platform; together with the provider it names the channel. */
  channel: z.enum(platforms),
  from: Writer,
  /** A message's kind, or what the customer does to the message `target`, or to the business. */
  kind: z.enum([...kinds, ...actions]).default("text"),
  text: z.string().default(""),
  file: InboundFile.exactOptional(),
  /** More than one file: an album, where the platform has such. */
  files: z.array(InboundFile).max(10).exactOptional(),
  /** So many sample files, when none is given. */
  samples: z.number().int().min(1).max(10).default(1),
  location: place.exactOptional(),
  card: card.exactOptional(),
  button: choice.exactOptional(),
  list: choice.exactOptional(),
  /** The provider's id of the quoted message. */
  replyTo: z.string().exactOptional(),
  /** The provider's id of the message that is reacted to, edited (to `text`) or deleted. */
  target: z.string().exactOptional(),
  /** A reaction's emoji; empty takes it back. */
  emoji: z.string().max(40).exactOptional(),
  /** What an e-mail has besides its text. */
  subject: z.string().max(500).exactOptional(),
  html: z.string().max(200_000).exactOptional(),
  /** An e-mail goes to everybody who got the one it answers. */
  toAll: z.boolean().default(false),
  /** What comes of a call. */
  call: CallOrder.exactOptional(),
  /** Which service brings an e-mail. */
  service: z.enum(["sendgrid", "mailgun", "postmark"]).exactOptional(),
  referral: referral.exactOptional(),
  /** Encrypted between the two ends (X): the provider tells only that there is one. */
  encrypted: z.boolean().default(false),
  /** It answers a story of the business (Instagram), or is a story in which they name it. */
  story: z.enum(["reply", "mention"]).exactOptional(),
  forwarded: z.union([z.boolean(), z.literal("frequently")]).default(false),
  optOut: z.enum(["STOP", "START", "HELP"]).exactOptional(),
  /** Written by the business elsewhere, such as in the phone's own app: the provider tells of it as an echo. */
  echo: z.boolean().default(false),
  /** Told in one call together with others of its kind, where the provider batches. */
  batched: z.boolean().default(false),
  /** The same delivery so many times over, one after another or all at once. */
  copies: z.number().int().min(1).max(50).default(1),
  together: z.boolean().default(false),
  delayMs: z.number().int().min(0).max(600_000).default(0),
  /** How long ago the customer wrote it, in milliseconds: the provider brings it only now. */
  agoMs: z.number().int().min(0).max(2_592_000_000).default(0),
  /** The provider's id, when a test wants to choose it. */
  sid: z.string().exactOptional(),
  /** Fields of a form to add or replace just before signing; null takes one away. */
  fields: z.record(z.string(), z.string().nullable()).default({}),
  /** A whole JSON body to send signed instead of the one that would be made. */
  body: z.unknown().optional(),
  signature: z.enum(["valid", "wrong", "missing"]).default("valid"),
});
export type Inbound = z.output<typeof Inbound>;

/** When the customer wrote it. */
export function writtenAt({ agoMs }: Pick<Inbound, "agoMs">): number {
  return Date.now() - agoMs;
}
export type InboundRequest = z.input<typeof Inbound>;
