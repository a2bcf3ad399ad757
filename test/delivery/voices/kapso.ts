import { createHmac } from "node:crypto";
import { tagOf } from "../../../functions/src/providers/meta-tag.ts";
import { dayMs, outbox, type Told, type Voice, whatsappStatuses } from "./voice.ts";

const people = ["+5511900000001", "+5511900000002"];
const names = ["Ana", "Bruno"];

function idOf(serial: number): string {
  return `wamid.K${String(serial).padStart(6, "0")}`;
}

/** WhatsApp by Kapso: version 2 of its own webhooks. */
export const kapso: Voice = {
  provider: "kapso",
  platform: "whatsapp",
  channelId: "kapso",
  address: "+15550100002",
  settings: { phoneNumberId: "106540352242922" },
  credentials: { apiKey: "test_kapso_api_key", webhookSecret: "test_kapso_secret" },
  people: people.length,
  addressesOf: (person) => people.slice(person, person + 1),
  nameOf: (person) => names[person] ?? "",
  timed: true,
  window: dayMs,
  tells: ["letter", "echo", "status"],
  statuses: whatsappStatuses,
  externalId: idOf,
  envelope: (workspaceId, told) => {
    const body = JSON.stringify(bodyOf(told, workspaceId));
    return {
      path: `/webhooks/kapso/${workspaceId}/kapso`,
      headers: {
        "content-type": "application/json",
        "x-webhook-event": eventOf(told),
        "x-webhook-payload-version": "v2",
        "x-idempotency-key": "3b9f9c1e-0000-4000-8000-000000000001",
        "x-webhook-signature": createHmac("sha256", "test_kapso_secret").update(body).digest("hex"),
      },
      body,
    };
  },
};

function eventOf(told: Told): string {
  if (told.type === "letter") return "whatsapp.message.received";
  return `whatsapp.message.${told.type === "status" ? told.word : "sent"}`;
}

function bodyOf(told: Told, workspaceId: string): object {
  const person = "person" in told ? told.person : 0;
  const phone = people[person] ?? "";
  const timestamp = String(told.at / 1000);
  return {
    message: {
      timestamp,
      type: "text",
      ...messageOf(told, phone.slice(1), timestamp, workspaceId),
    },
    conversation: { id: "conv_1", phone_number: phone, kapso: { contact_name: names[person] } },
    is_new_conversation: false,
    phone_number_id: "106540352242922",
  };
}

function messageOf(
  told: Told,
  recipient_id: string,
  timestamp: string,
  workspaceId: string,
): object {
  if (told.type === "letter")
    return {
      id: idOf(told.serial),
      from: recipient_id,
      text: { body: told.text },
      kapso: { direction: "inbound", status: "received", origin: "cloud_api" },
    };
  if (told.type === "echo") {
    const statuses = [{ id: idOf(told.serial), status: "sent", timestamp, recipient_id }];
    return {
      id: idOf(told.serial),
      text: { body: told.text },
      kapso: { direction: "outbound", status: "sent", origin: "business_app", statuses },
    };
  }
  if (told.type !== "status") throw new Error("Kapso tells no such thing");
  const { conversationId } = outbox;
  const ours = tagOf({ workspaceId, channelId: "kapso", conversationId, messageId: told.message });
  const failed = told.word === "failed" ? { errors: [{ code: 131026, title: "No" }] } : {};
  const status = {
    id: "wamid.OURS",
    status: told.word,
    timestamp,
    recipient_id,
    biz_opaque_callback_data: ours,
    ...failed,
  };
  return {
    id: "wamid.OURS",
    text: { body: "" },
    kapso: {
      direction: "outbound",
      status: told.word,
      origin: "cloud_api",
      statuses: [status],
    },
  };
}
