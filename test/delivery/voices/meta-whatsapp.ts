import { createHmac } from "node:crypto";
import { tagOf } from "../../../functions/src/providers/meta-tag.ts";
import { dayMs, type Envelope, outbox, type Told, type Voice, whatsappStatuses } from "./voice.ts";

const appSecret = "test_meta_app_secret";
const phoneNumberId = "106540352242922";

/** Three people: by phone and user id, by user id alone, and one who shows the phone only at times. */
const people = [
  { phone: "5511900000001", userId: "BR.1349120865530274191" },
  { userId: "BR.2222222222222222222" },
  { phone: "5511900000003", userId: "BR.3333333333333333333", shy: true },
];

function idOf(serial: number): string {
  return `wamid.TEST${String(serial).padStart(6, "0")}==`;
}

/** WhatsApp by Meta: batches to one address, people by user id. */
export const metaWhatsapp: Voice = {
  provider: "meta",
  platform: "whatsapp",
  channelId: "whatsapp",
  address: "+15550783881",
  settings: { accountId: "102290129340398", phoneNumberId },
  credentials: {
    appSecret,
    verifyToken: "test_meta_verify_token",
    accessToken: "test_meta_access_token",
  },
  people: people.length,
  timed: true,
  window: dayMs,
  tells: ["letter", "echo", "edit", "delete", "reaction", "status"],
  statuses: whatsappStatuses,
  externalId: idOf,
  envelope: (workspaceId, told) => signed(workspaceId, bodyOf(told, workspaceId)),
};

function signed(workspaceId: string, content: object): Envelope {
  const body = JSON.stringify(content);
  const digest = createHmac("sha256", appSecret).update(body).digest("hex");
  return {
    path: `/webhooks/meta/${workspaceId}`,
    headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${digest}` },
    body,
  };
}

function bodyOf(told: Told, workspaceId: string): object {
  const field = told.type === "echo" ? "smb_message_echoes" : "messages";
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: phoneNumberId },
    ...changeFrom(told, workspaceId),
  };
  return {
    object: "whatsapp_business_account",
    entry: [{ id: "102290129340398", changes: [{ value, field }] }],
  };
}

function changeFrom(told: Told, workspaceId: string): object {
  const timestamp = String(told.at / 1000);
  if (told.type === "status") {
    const { word: status, message } = told;
    const { conversationId } = outbox;
    const ours = { workspaceId, channelId: "whatsapp", conversationId, messageId: message };
    const errors = status === "failed" ? [{ code: 131026, title: "Message undeliverable" }] : [];
    return {
      statuses: [
        {
          id: "wamid.OURS==",
          status,
          timestamp,
          recipient_id: "5511900000001",
          biz_opaque_callback_data: tagOf(ours),
          ...(errors.length > 0 ? { errors } : {}),
        },
      ],
    };
  }
  const { phone, userId, shy } = people[told.person] ?? {};
  const shown = shy && told.serial % 2 === 1 ? undefined : phone;
  const contact = { profile: { name: "Ana" }, ...(shown ? { wa_id: shown } : {}), user_id: userId };
  const head = { id: idOf(told.serial), timestamp };
  if (told.type === "echo") {
    const to = { ...(shown ? { to: shown } : {}), to_user_id: userId };
    const echo = { ...head, ...to, from: "15550783881", type: "text", text: { body: told.text } };
    return { contacts: [contact], message_echoes: [echo] };
  }
  const from = { ...(shown ? { from: shown } : {}), from_user_id: userId };
  return { contacts: [contact], messages: [{ ...head, ...from, ...contentOf(told) }] };
}

function contentOf(told: Exclude<Told, { type: "status" | "echo" }>): object {
  switch (told.type) {
    case "letter":
      return { type: "text", text: { body: told.text } };
    case "edit":
      return {
        type: "edit",
        edit: {
          original_message_id: idOf(told.of),
          message: { type: "text", text: { body: told.text } },
        },
      };
    case "delete":
      return { type: "revoke", revoke: { original_message_id: idOf(told.of) } };
    case "reaction":
      return { type: "reaction", reaction: { message_id: idOf(told.of), emoji: told.emoji } };
  }
}
