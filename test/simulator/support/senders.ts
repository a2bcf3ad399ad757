import { randomUUID } from "node:crypto";
import { send as sendMail } from "../../../functions/src/providers/email/outbound.ts";
import { graph, instagramId, pageId, phoneNumberId } from "../providers/meta/graph.ts";
import { call as bot } from "../providers/telegram/bot.ts";
import { type Call, type Pair, send as sendTwilio } from "./house.ts";

type Json = Record<string, unknown>;

/** How the business sends by a channel to somebody of the demo, and what it hears of it. */
export type Sender = {
  channel: string;
  /** The person on the simulator's page. */
  person: string;
  /** Whether the provider took it. */
  send(pair: Pair): Promise<boolean>;
  /** A code by which the call is refused. */
  refusal: string;
  /** A code that is reported later, where the provider reports failures. */
  late?: string;
  /** The state that a call of the provider reports, and the code of a failure. */
  told?(call: Call): string;
  /** What is reported of a message that is read at once. */
  course?: string[];
};

const text = { type: "text", text: { body: "Hola" } };
const whole = ["sent", "delivered", "read"];

export const senders: Sender[] = [
  {
    channel: "twilio-whatsapp",
    person: "+56981000101",
    send: (pair) => twilio(pair, { To: "whatsapp:+56981000101" }),
    refusal: "20429",
    late: "63024",
    told: ({ form }) => named(form.MessageStatus, form.ErrorCode),
    course: whole,
  },
  {
    channel: "twilio-sms",
    person: "+56981000105",
    send: (pair) => twilio(pair, { To: "+56981000105", From: "+15550100001" }),
    refusal: "20429",
    late: "30003",
    told: ({ form }) => named(form.MessageStatus, form.ErrorCode),
    course: ["sent", "delivered"],
  },
  {
    channel: "whatsapp",
    person: "+56981000109",
    send: (pair) =>
      byGraph(pair, phoneNumberId, { messaging_product: "whatsapp", to: "56981000109", ...text }),
    refusal: "80007",
    late: "131026",
    told: (call) => ofWhatsapp(find(json(call), "statuses")),
    course: whole,
  },
  {
    channel: "kapso",
    person: "+56981000110",
    send: byKapso,
    refusal: "409",
    late: "131026",
    told: (call) => ofWhatsapp(find(json(call), "statuses"), call.headers["x-webhook-event"]),
    course: whole,
  },
  {
    channel: "messenger",
    person: "+56981000104",
    send: (pair) => byPage(pair, pageId, "1630318978583672"),
    refusal: "613",
    told: ofPage,
    course: whole,
  },
  {
    channel: "instagram",
    person: "1102585743422954",
    send: (pair) => byPage(pair, instagramId, "1102585743422954"),
    refusal: "613",
    told: ofPage,
    course: ["sent", "read"],
  },
  {
    channel: "telegram",
    person: "+56981000119",
    send: async (pair) =>
      (await bot(pair, "sendMessage", { chat_id: 1928775604, text: "Hola" })).status === 200,
    refusal: "403.deactivated",
  },
  {
    channel: "email",
    person: "+56981000116",
    send: byMail,
    refusal: "450",
    late: "5.2.2",
    told: ofMail,
    course: ["sent", "delivered"],
  },
  {
    channel: "x",
    person: "1629232141363792492",
    send: byX,
    refusal: "429",
    told: (call) => (find(json(call), "event_type")[0] === "dm.read" ? "read" : "sent"),
    course: ["sent", "read"],
  },
];

async function twilio(pair: Pair, changes: Record<string, string>): Promise<boolean> {
  return (await sendTwilio(pair, changes)).status === 201;
}

async function byGraph(pair: Pair, from: string, message: Json): Promise<boolean> {
  return (await graph(pair, `${from}/messages`, message)).status === 200;
}

function byPage(pair: Pair, from: string, id: string): Promise<boolean> {
  const kind = from === pageId ? { messaging_type: "RESPONSE" } : {};
  return byGraph(pair, from, { recipient: { id }, ...kind, message: { text: "Hola" } });
}

async function byKapso(pair: Pair): Promise<boolean> {
  const message = { messaging_product: "whatsapp", to: "56981000110", ...text };
  const path = `kapso/meta/whatsapp/v24.0/${phoneNumberId}/messages`;
  return post(`${pair.simulator.url}/${path}`, { "x-api-key": "test_kapso_api_key" }, message);
}

async function byX(pair: Pair): Promise<boolean> {
  const url = `${pair.simulator.url}/x/2/dm_conversations/with/1629232141363792492/messages`;
  return post(url, { authorization: "Bearer test_x_access_token" }, { text: "Hola" });
}

async function post(url: string, proof: Record<string, string>, body: Json): Promise<boolean> {
  const headers = { "content-type": "application/json", ...proof };
  return (await fetch(url, { method: "POST", headers, body: JSON.stringify(body) })).ok;
}

async function byMail(pair: Pair): Promise<boolean> {
  const settings = { smtpHost: "127.0.0.1", smtpPort: String(pair.simulator.smtpPort) };
  const message = {
    ...{ workspaceId: "demo", channelId: "email" },
    ...{ conversationId: "abcdefghij234567klmn", messageId: randomUUID() },
    ...{ platform: "email" as const, from: "hola@hilo.test", to: "rodrigo.tapia@ejemplo.cl" },
    ...{ kind: "text" as const, text: "Hola", files: [], author: "Camila", settings },
    webhook: `${pair.target}/webhooks/email/demo/email`,
  };
  return sendMail(message, {}, true).then(
    () => true,
    () => false,
  );
}

function json({ raw }: Call): unknown {
  return JSON.parse(raw.toString());
}

/** Every value of that name, however deep; of a list, its items. */
function find(value: unknown, name: string): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === name ? [one].flat() : find(one, name),
  );
}

function named(state: unknown, code?: unknown): string {
  return [state, code].filter((one) => one !== undefined).join(" ");
}

/** The last state that is told of, which Kapso's event must agree with. */
function ofWhatsapp(statuses: unknown[], event?: string): string {
  const { status, errors } = statuses.at(-1) as { status: string; errors?: { code: number }[] };
  if (event && event !== `whatsapp.message.${status}`) return `${event}, but ${status}`;
  return named(status, errors?.[0]?.code);
}

function ofPage(call: Call): string {
  const [event] = find(json(call), "messaging") as Json[];
  if (event?.read) return "read";
  return event?.delivery ? "delivered" : "sent";
}

function ofMail({ raw }: Call): string {
  const body = raw.toString();
  const code = /^Status: (\S+)/m.exec(body)?.[1];
  if (code) return named("failed", code);
  const [event] = find(JSON.parse(body), "event");
  return event === "processed" ? "sent" : String(event);
}
