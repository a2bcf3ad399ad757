import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { InboundEvent } from "@hilo/schema";
import type { OutboundMessage } from "../../../../functions/src/providers/adapter.ts";
import { parse } from "../../../../functions/src/providers/telegram/inbound.ts";

export type Sample = {
  event: string;
  kind: string;
  direction: string;
  request?: { url?: string };
  response?: { status: number };
  body: Record<string, unknown>;
};

const folder = new URL("../../../fixtures/telegram/", import.meta.url);

export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8"));
}

/** Every sample, in order of its name. */
export const samples: Sample[] = readdirSync(new URL("samples/", folder))
  .filter((name) => name.endsWith(".json"))
  .map((name) => fixture<Sample>(`samples/${name}`));

export function sampleBody(event: string): Record<string, unknown> {
  return fixture<Sample>(`samples/${event}.json`).body;
}

/** The events of an update; each of them must be one that can be kept. */
export function eventsOf(update: unknown): InboundEvent[] {
  return parse({ rawBody: Buffer.from(JSON.stringify(update)) }).map((event) =>
    InboundEvent.parse(event),
  );
}

/** The one event of an update, of the type wanted. */
export function eventOf<Type extends InboundEvent["type"]>(
  update: unknown,
  type: Type,
): Extract<InboundEvent, { type: Type }> {
  const [event, ...others] = eventsOf(update);
  assert.equal(others.length, 0);
  assert.equal(event?.type, type);
  return event as Extract<InboundEvent, { type: Type }>;
}

export const luis = { id: 5550001234, is_bot: false, first_name: "Luis", username: "luisp" };
export const privateChat = {
  id: 5550001234,
  first_name: "Luis",
  last_name: "Paz",
  type: "private",
};
export const group = { id: -1002000000001, title: "Bodega Norte", type: "supergroup" };

/** A message of Luis's to the bot; what is given replaces what is usual. */
export function message(changes: Record<string, unknown>, kind = "message") {
  const usual = { message_id: 8, from: luis, chat: privateChat, date: 1795190000 };
  return { update_id: 77, [kind]: { ...usual, ...changes } };
}

/** A message on its way out. */
export function outbound(changes: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    workspaceId: "w",
    channelId: "telegram",
    conversationId: "c",
    messageId: "0190f7a2-0000-7000-8000-000000000001",
    platform: "telegram",
    from: "123456789",
    to: "5550001234",
    kind: "text",
    text: "Hola",
    files: [],
    webhook: "https://hilo.example/webhooks/telegram/w/t",
    settings: {},
    author: "Ana",
    ...changes,
  };
}

/** A file of ours, of so many bytes. */
export function outboundFile(type: string, size = 1000, name = "archivo") {
  return {
    url: "https://hilo.example/files/w/f?signature=x",
    type,
    name,
    size,
    read: async () => Buffer.alloc(Math.min(size, 1000), 1),
  };
}
