import { randomBytes } from "node:crypto";
import type { EntryStatus } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { BoundedMap } from "../../wire/bounded-map.ts";
import { account, apiVersion } from "./account.ts";

/** A message as Twilio keeps it. */
export type TwilioMessage = {
  sid: string;
  direction: "inbound" | "outbound-api";
  from: string;
  to: string;
  body: string;
  mediaIds: string[];
  mediaCount: number;
  status: EntryStatus | "accepted";
  errorCode: number | null;
  errorMessage: string | null;
  createdAt: number;
  updatedAt: number;
  sentAt: number | null;
  byService: boolean;
  /** Where the business wants its reports. */
  callback?: string;
  /** The WhatsApp user id of the customer. */
  userId?: string;
};

const kept = new WeakMap<World, BoundedMap<string, TwilioMessage>>();

/** The messages of the account, oldest first. */
export function messagesOf(world: World): BoundedMap<string, TwilioMessage> {
  const known = kept.get(world);
  if (known) return known;
  const messages = new BoundedMap<string, TwilioMessage>(20_000);
  kept.set(world, messages);
  world.onReset.push(() => messages.clear());
  return messages;
}

/** A new id in Twilio's form: SM for text, MM with media. */
export function newSid(withMedia: boolean): string {
  return `${withMedia ? "MM" : "SM"}${randomBytes(16).toString("hex")}`;
}

const rfc2822 = (at: number) => new Date(at).toUTCString().replace("GMT", "+0000");

/** The message resource of Twilio's API. */
export function resourceOf(message: TwilioMessage): Record<string, unknown> {
  const uri = `/${apiVersion}/Accounts/${account.sid}/Messages/${message.sid}`;
  return {
    body: message.body,
    num_segments: message.byService ? "0" : segments(message.body),
    direction: message.direction,
    from: message.byService && message.sentAt === null ? null : message.from,
    to: message.to,
    date_updated: rfc2822(message.updatedAt),
    date_created: rfc2822(message.createdAt),
    date_sent: message.sentAt === null ? null : rfc2822(message.sentAt),
    price: null,
    price_unit: "USD",
    error_code: message.errorCode,
    error_message: message.errorMessage,
    uri: `${uri}.json`,
    account_sid: account.sid,
    num_media: String(message.mediaCount),
    status: message.status,
    messaging_service_sid: message.byService ? account.serviceSid : null,
    sid: message.sid,
    api_version: apiVersion,
    subresource_uris: { media: `${uri}/Media.json` },
  };
}

/** Parts of an SMS: 160/153 characters, or 70/67 when one of them is outside Latin-1 (nearly GSM-7). */
function segments(body: string): string {
  const wide = /[^\n\r\u0020-\u007e\u00a1-\u00ff]/.test(body);
  const [single, part] = wide ? [70, 67] : [160, 153];
  return String(body.length <= single ? 1 : Math.ceil(body.length / part));
}
