import { createHmac } from "node:crypto";
import { formOf } from "../../delivery/people.ts";
import { metaWhatsapp } from "../../delivery/voices/meta-whatsapp.ts";
import { signTwilio } from "../../support/twilio.ts";
import type { Post } from "./receiver.ts";

/** How many people write; each of them again and again. */
const customers = 200;
let serial = 0;

/** The phone, in digits, of the next one to write. */
function nextPhone(): string {
  serial += 1;
  return `5691${String(1_000_000 + (serial % customers))}`;
}

/** What somebody writes says who they are, so that a message in another's thread is seen. */
function words(phone: string): string {
  return `¿Cuánto cuesta el plan? Soy ${phone}`;
}

/** The digits of the phone that a text says it is from. */
export function writerOf(text: string): string | undefined {
  return /Soy (\d+)$/.exec(text)?.[1];
}

/** A message of one of them by Twilio, as it signs it. */
export function letter(workspaceId: string): Post {
  const phone = nextPhone();
  const sid = `SM${String(serial).padStart(32, "0")}`;
  const base = formOf({ person: 0, way: 0, sid, text: words(phone) });
  const form = { ...base, From: `whatsapp:+${phone}`, WaId: phone };
  const path = `/webhooks/twilio/${workspaceId}/twilio-whatsapp`;
  return (origin) => ({
    path,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-twilio-signature": signTwilio(origin + path, form),
    },
    body: new URLSearchParams(form).toString(),
  });
}

/** Messages in a request of Meta's: two entries of three. */
export const batchSize = 6;

/** Six messages of six people in one request, as Meta batches and signs them. */
export function batch(workspaceId: string): Post {
  const { settings, credentials, address } = metaWhatsapp;
  const metadata = { display_phone_number: address, phone_number_id: settings.phoneNumberId };
  const entry = [0, 1].map(() => ({
    id: settings.accountId,
    changes: [
      { field: "messages", value: { messaging_product: "whatsapp", metadata, ...threeMessages() } },
    ],
  }));
  const body = JSON.stringify({ object: "whatsapp_business_account", entry });
  const digest = createHmac("sha256", String(credentials.appSecret)).update(body).digest("hex");
  return () => ({
    path: `/webhooks/meta/${workspaceId}`,
    headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${digest}` },
    body,
  });
}

function threeMessages() {
  const phones = [nextPhone(), nextPhone(), nextPhone()];
  const timestamp = String(Math.floor(Date.now() / 1000));
  return {
    contacts: phones.map((wa_id) => ({ wa_id, profile: { name: `Cliente ${wa_id}` } })),
    messages: phones.map((from, i) => ({
      from,
      id: `wamid.BATCH${serial}.${i}`,
      timestamp,
      type: "text",
      text: { body: words(from) },
    })),
  };
}
