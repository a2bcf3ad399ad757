import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { InboundEvent } from "@hilo/schema";
import type { OutboundMessage } from "../../../../functions/src/providers/adapter.ts";
import { parse } from "../../../../functions/src/providers/x/inbound.ts";

export type Sample = {
  event: string;
  kind: string;
  direction: string;
  request?: { url?: string };
  response?: { status: number; contentType: string; headers: Record<string, string> };
  body: Record<string, unknown>;
};

const folder = new URL("../../../fixtures/x/", import.meta.url);

export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8"));
}

/** Every sample, in order of its name. */
export const samples: Sample[] = readdirSync(new URL("samples/", folder))
  .filter((name) => name.endsWith(".json"))
  .map((name) => fixture<Sample>(`samples/${name}`));

export function sample(event: string): Sample {
  return fixture<Sample>(`samples/${event}.json`);
}

/** The events of a body, for the account it names; each of them must be one that can be kept. */
export function eventsOf(
  body: unknown,
  settings: Record<string, string> = { appId: "1" },
  address = accountIn(body),
): InboundEvent[] {
  const rawBody = Buffer.from(JSON.stringify(body));
  return parse({ rawBody }, { settings, address }).map((event) => InboundEvent.parse(event));
}

type Body = {
  for_user_id?: string;
  data?: { filter?: { user_id?: string } };
  user_event?: { revoke?: { source?: { user_id?: string } } };
};

function accountIn(body: unknown): string {
  const { for_user_id, data, user_event } = body as Body;
  return for_user_id ?? data?.filter?.user_id ?? user_event?.revoke?.source?.user_id ?? "";
}

/** The one event of a body, of the type wanted. */
export function eventOf<Type extends InboundEvent["type"]>(
  body: unknown,
  type: Type,
  settings: Record<string, string> = { appId: "1" },
): Extract<InboundEvent, { type: Type }> {
  const [event, ...others] = eventsOf(body, settings);
  assert.equal(others.length, 0);
  assert.equal(event?.type, type);
  return event as Extract<InboundEvent, { type: Type }>;
}

export const us = "1460000000000000001";
export const them = "1790000000000000042";

/** A direct message from them to us; what is given replaces what is usual. */
export function direct(data: Record<string, unknown>, changes: Record<string, unknown> = {}) {
  return {
    type: "message_create",
    id: "2090000000000000001",
    created_timestamp: "1795190000123",
    message_create: {
      sender_id: them,
      target: { recipient_id: us },
      message_data: data,
      ...changes,
    },
  };
}

/** The envelope of the X Activity API. */
export function activity(event_type: string, payload: unknown) {
  return { data: { event_uuid: "1", filter: { user_id: us }, event_type, payload } };
}

export function received(data: Record<string, unknown>, changes: Record<string, unknown> = {}) {
  return activity("dm.received", { direct_message_events: [direct(data, changes)] });
}

/** A message on its way out. */
export function outbound(changes: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    workspaceId: "w",
    channelId: "x",
    conversationId: "c",
    messageId: "0190f7a2-0000-7000-8000-000000000001",
    platform: "x",
    from: us,
    to: them,
    kind: "text",
    text: "Hola",
    files: [],
    webhook: "https://hilo.example/webhooks/x/w/x",
    settings: {},
    author: "Ana",
    ...changes,
  };
}
