import assert from "node:assert/strict";
import { randomBytes, randomInt } from "node:crypto";
import { hash } from "../../functions/src/platform/crypto.ts";
import { demoTwilio } from "../support/twilio.ts";
import { control } from "./control.ts";

type Platform = "whatsapp" | "sms";

/** Somebody nobody has heard of before, with the conversation their first message begins. */
export type Customer = {
  name: string;
  phone: string;
  platform: Platform;
  channelId: string;
  conversationId: string;
};

/** Where this process's phones begin: others may work in the same house before and after it. */
const first = randomInt(9_000_000);
let count = 0;

/** A customer of a test's own; no seeded person has such a phone. */
export function newCustomer(platform: Platform = "whatsapp", prefix = "+5694"): Customer {
  count += 1;
  const phone = `${prefix}${String(first + count).padStart(7, "0")}`;
  const channelId = `twilio-${platform}`;
  const conversationId = hash(channelId, phone);
  return { name: `Clienta ${count}`, phone, platform, channelId, conversationId };
}

/** An id as Twilio gives it to a message. */
export function newSid(kind = "SM"): string {
  return kind + randomBytes(16).toString("hex");
}

/** The form Twilio posts for a text of a customer; `fields` replaces and adds. */
export function formOf(
  { name, phone, platform }: Customer,
  text: string,
  fields: Record<string, string> = {},
): Record<string, string> {
  const whatsapp = platform === "whatsapp";
  const sid = newSid();
  return {
    MessageSid: sid,
    SmsMessageSid: sid,
    SmsSid: sid,
    AccountSid: demoTwilio.accountSid,
    From: whatsapp ? `whatsapp:${phone}` : phone,
    To: whatsapp ? demoTwilio.whatsappNumber : demoTwilio.smsNumber,
    Body: text,
    NumMedia: "0",
    NumSegments: "1",
    SmsStatus: "received",
    ApiVersion: "2010-04-01",
    ...(whatsapp ? { ProfileName: name, WaId: phone.slice(1) } : { FromCountry: "CL" }),
    ...fields,
  };
}

/** The customer writes on their phone, by the simulator; the house must take it. */
export async function writes(customer: Customer, message: object = {}): Promise<string> {
  const { name, phone, platform } = customer;
  const from = { name, phone, userId: null };
  const told = await control("twilio/inbound", { channel: platform, from, ...message });
  assert.equal(told.status, 200, JSON.stringify(told));
  return String(told.sid);
}

/** How the provider treats this customer from now on; quick unless told otherwise. */
export async function treat(
  { phone }: Pick<Customer, "phone">,
  behaviour: object = {},
): Promise<void> {
  const quick = { pace: 5, readAfter: 5 };
  const change = { scope: "person", personId: phone, behaviour: { ...quick, ...behaviour } };
  await control("behaviour", change);
}

type Entry = { from: string; text: string; status: string; files: { type: string }[] };

/** What the customer's phone shows. */
export async function phoneOf({ phone, channelId }: Customer): Promise<Entry[]> {
  type Thread = { personId: string; channelId: string; entries: Entry[] };
  const { threads } = await control<{ threads: Thread[] }>("threads");
  const thread = threads.find((one) => one.personId === phone && one.channelId === channelId);
  return thread?.entries ?? [];
}

/** How often the provider was asked to send one of our messages, and how often it took it. */
export async function sendsOf(messageId: string): Promise<{ calls: number; accepted: number }> {
  type Sends = { message: string; calls: number; accepted: number };
  const { sends } = await control<{ sends: Sends[] }>("sends");
  return sends.find((one) => one.message === messageId) ?? { calls: 0, accepted: 0 };
}
