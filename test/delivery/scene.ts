import assert from "node:assert/strict";
import { Conversation, type IdentityEvent, type MessageEvent, type Sender } from "@hilo/schema";
import { type Connection, connectionOf } from "../../functions/src/channels/connections.ts";
import { conversationsOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { connected } from "./voices/connected.ts";
import { kapso } from "./voices/kapso.ts";
import { metaWhatsapp } from "./voices/meta-whatsapp.ts";
import { firstAt } from "./voices/voice.ts";
import { twilioAccounts } from "./workspace.ts";

/** What a test sees of a conversation: what was written in it, how often, and where it is answered. */
export type Thread = { id: string; texts: string[]; count: number; address: string };

/** A workspace with every channel that knows people by their phone. */
export function connectedByPhone(): Promise<string> {
  const { channelId, provider, platform, address, credentials } = kapso;
  const settings = { ...kapso.settings, phoneNumberId: "2" };
  const beside = { channelId, provider, platform, address, settings, credentials };
  const twilio = twilioAccounts(["whatsapp", "sms", "voice"]);
  return connected(metaWhatsapp, [...twilio, beside]);
}

export async function connectionTo(workspaceId: string, channelId: string): Promise<Connection> {
  return (await connectionOf(workspaceId, channelId)) ?? assert.fail(channelId);
}

/** Somebody whose phone is all that is told of them. */
export function phoned(phone: string): Sender {
  return { address: phone, phone };
}

/** A message of a second of the test's hour; the same text twice is the same message. */
export function letter(sender: Sender, second: number, text = "hola"): MessageEvent {
  const externalId = `${sender.userId ?? ""}${sender.address}:${second}:${text}`;
  const at = firstAt + second * 1000;
  return { type: "message", externalId, at, sender, kind: "text", text, files: [] };
}

export function moved(was: string, phone: string, second: number): IdentityEvent {
  const externalId = `moved:${was}:${phone}:${second}`;
  return { type: "identity", externalId, at: firstAt + second * 1000, was, sender: phoned(phone) };
}

/** What the triggers do with every message of every conversation. */
export async function reactIn(workspaceId: string): Promise<void> {
  const { docs } = await conversationsOf(workspaceId).get();
  for (const { id: conversationId } of docs)
    for (const doc of (await messagesOf(workspaceId, conversationId).get()).docs)
      await onMessageCreated({ workspaceId, conversationId, messageId: doc.id }, doc);
}

/** Every conversation of a workspace in which somebody has written. */
export async function threadsIn(workspaceId: string): Promise<Thread[]> {
  const { docs } = await conversationsOf(workspaceId).get();
  const threads = await Promise.all(
    docs.map(async (doc) => {
      const { docs: messages } = await messagesOf(workspaceId, doc.id).get();
      const inbound = messages.filter((message) => message.get("direction") === "inbound");
      const { address, inboundCount: count } = read(Conversation, doc) ?? assert.fail();
      const texts = inbound.map((message) => String(message.get("text"))).sort();
      return { id: doc.id, texts, count, address };
    }),
  );
  return threads.filter(({ texts }) => texts.length > 0);
}
