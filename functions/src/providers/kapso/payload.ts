import type { InboundEvent } from "@hilo/schema";
import { cut } from "../meta-wire.ts";
import { readKapsoMessage } from "./message.ts";
import { readKapsoStatus } from "./status.ts";
import { KapsoMessage, Payload } from "./wire.ts";

type Settings = Record<string, string>;

/** Reads one event of Kapso's own form; never throws. */
export function readPayload(name: string, item: unknown, settings: Settings): InboundEvent[] {
  const parsed = Payload.safeParse(item);
  if (!parsed.success) return [unsupported("A Kapso event that is no object")];
  const payload = parsed.data;
  if (/^workflow\./.test(name)) return [ignored(`A workflow of Kapso's: ${name}`)];
  if (/^whatsapp\.(phone_number|config)\./.test(name)) return numberChanged(name);
  if (isOther(payload, settings)) return [unsupported("An event of another phone number")];
  if (/^whatsapp\.conversation\./.test(name))
    return [ignored(`Kapso's own conversation changed: ${name}`)];
  return messageEvents(name, payload);
}

function messageEvents(name: string, payload: Payload): InboundEvent[] {
  const message = KapsoMessage.safeParse(payload.message);
  if (!message.success) return [unsupported(`A Kapso event without a message: ${name}`)];
  const { kapso } = message.data;
  if (kapso?.origin === "history_sync")
    return readKapsoMessage(message.data, payload.conversation, {
      echo: kapso.direction === "outbound",
    }).map((event) => (event.type === "message" ? { ...event, past: true } : event));
  const word = wordOf(name, message.data);
  if (word === "received") return readKapsoMessage(message.data, payload.conversation);
  if (kapso?.origin === "business_app" && word === "sent")
    return readKapsoMessage(message.data, payload.conversation, { echo: true });
  if (statusWords.has(word)) return [readKapsoStatus(word, message.data, payload.conversation)];
  return [unsupported(`A Kapso event: ${name}`)];
}

const statusWords = new Set(["sent", "delivered", "read", "failed"]);

/** `whatsapp.message.delivered` → `delivered`; without a name the message itself tells. */
function wordOf(name: string, { kapso }: KapsoMessage): string {
  const [, word] = /^whatsapp\.message\.(\w+)$/.exec(name) ?? [];
  if (word) return word;
  if (name) return "";
  return kapso?.direction === "inbound" ? "received" : (kapso?.status ?? "");
}

function isOther({ phone_number_id: id }: Payload, { phoneNumberId: own }: Settings): boolean {
  return id !== undefined && Boolean(own) && id !== own;
}

/** Without its number a channel neither receives nor sends. */
function numberChanged(name: string): InboundEvent[] {
  if (!name.endsWith(".deleted")) return [ignored(`Kapso: ${name}`)];
  const text = "The phone number was disconnected at Kapso: connect it again.";
  return [{ type: "account", level: "error", code: "numberDeleted", text }];
}

function ignored(reason: string): InboundEvent {
  return { type: "ignored", reason: cut(reason) };
}

function unsupported(reason: string): InboundEvent {
  return { type: "unsupported", reason: cut(reason) };
}
