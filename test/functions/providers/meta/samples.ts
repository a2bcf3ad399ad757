import { equal } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { InboundEvent, type MessageEvent } from "@hilo/schema";
import type { Account, RawRequest } from "../../../../functions/src/providers/adapter.ts";
import { parse } from "../../../../functions/src/providers/meta/inbound.ts";

export type Sample = {
  event: string;
  kind: string;
  direction: string;
  request?: { method: string; query?: Record<string, string> };
  response?: { status: number };
  body: Record<string, unknown> | null;
};

type Platform = "whatsapp" | "messenger" | "instagram";
const folder = new URL("../../../fixtures/meta/", import.meta.url);

export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8"));
}

/** Every sample of a platform that goes one way: `webhook`, `request` or `response`. */
export function samplesOf(platform: Platform, direction: string): Sample[] {
  return readdirSync(new URL(`${platform}/`, folder))
    .map((name) => fixture<Sample>(`${platform}/${name}`))
    .filter((sample) => sample.direction === direction);
}

export function bodyOf(platform: Platform, event: string): Record<string, unknown> {
  return fixture<Sample>(`${platform}/${event}.json`).body ?? {};
}

/** A request as Meta would make it, unsigned. */
export function requestWith(body: unknown): RawRequest {
  return {
    method: "POST",
    url: "https://hilo.example/webhooks/meta/demo",
    headers: { "content-type": "application/json" },
    query: {},
    rest: [],
    rawBody: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
  };
}

/** A channel of Meta's. */
export function account(platform: Platform, settings: Record<string, string> = {}): Account {
  const address = { whatsapp: "+56227654321", messenger: "7788", instagram: "17849" }[platform];
  const webhook = "https://hilo.example/webhooks/meta/demo";
  return { workspaceId: "demo", channelId: platform, platform, address, settings, webhook };
}

/** What a body is read as; every event is one that the house takes. */
export function read(body: unknown, settings: Record<string, string> = {}): InboundEvent[] {
  return parse(requestWith(body), account("messenger", settings)).map((event) =>
    InboundEvent.parse(event),
  );
}

/** A change of a WhatsApp account. */
export function change(value: object, field = "messages", time?: number) {
  const entry = { id: "5550001", ...(time ? { time } : {}), changes: [{ field, value }] };
  return { object: "whatsapp_business_account", entry: [entry] };
}

/** What WhatsApp writes when Marta sends this. */
export function fromMarta(message: object, people: object = {}) {
  const metadata = { display_phone_number: "56227654321", phone_number_id: "4440001" };
  const contacts = [
    { profile: { name: "Otra Persona" }, wa_id: "56900000000", user_id: "CL.9" },
    { profile: { name: "Marta Rojas" }, wa_id: "56987654321", user_id: "CL.777" },
  ];
  const about = {
    from: "56987654321",
    from_user_id: "CL.777",
    id: "wamid.M1",
    timestamp: "1800000000",
  };
  return change({ metadata, contacts, messages: [{ ...about, ...people, ...message }] });
}

/** The only event of a body, which is a message. */
export function messageIn(body: unknown, settings: Record<string, string> = {}): MessageEvent {
  const events = read(body, settings);
  equal(events.length, 1, JSON.stringify(events));
  equal(events[0]?.type, "message");
  return events[0] as MessageEvent;
}

/** What Messenger or Instagram writes of an event between Luis and the page. */
export function pageEvent(event: object, object: "page" | "instagram" = "page") {
  const messaging = [
    { sender: { id: "3141" }, recipient: { id: "7788" }, timestamp: 1_800_000_000_123, ...event },
  ];
  return { object, entry: [{ id: "7788", time: 1_800_000_000_456, messaging }] };
}

/** The same, written by the page. */
export function pageEcho(message: object, object: "page" | "instagram" = "page") {
  const sides = { sender: { id: "7788" }, recipient: { id: "3141" } };
  return pageEvent({ ...sides, message: { is_echo: true, ...message } }, object);
}
