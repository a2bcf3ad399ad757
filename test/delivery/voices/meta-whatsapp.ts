import { createHmac } from "node:crypto";
import { tagOf } from "../../../functions/src/providers/meta-tag.ts";
import { dayMs, type Envelope, outbox, type Told, type Voice, whatsappStatuses } from "./voice.ts";

const appSecret = "test_meta_app_secret";
const phoneNumberId = "106540352242922";

/** Three people: by phone and user id, by user id alone, and one who shows the phone only at times. */
const people = [
  { name: "Ana", phone: "5511900000001", userId: "BR.1349120865530274191" },
  { name: "Bruno", userId: "BR.2222222222222222222" },
  { name: "Carla", phone: "5511900000003", userId: "BR.3333333333333333333", shy: true },
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
  addressesOf: (person) => {
    const { phone, userId = "" } = people[person] ?? {};
    return phone ? [`+${phone}`, userId] : [userId];
  },
  nameOf: (person) => people[person]?.name ?? "",
  timed: true,
  window: dayMs,
  tells: ["letter", "echo", "edit", "delete", "reaction", "status"],
  statuses: whatsappStatuses,
  externalId: idOf,
  envelope: (workspaceId, told) => signed(workspaceId, bodyOf([[told]], workspaceId)),
  batch: (workspaceId, entries) => signed(workspaceId, bodyOf(entries, workspaceId)),
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

function bodyOf(entries: readonly (readonly Told[])[], workspaceId: string): object {
  return {
    object: "whatsapp_business_account",
    entry: entries.map((told) => ({
      id: "102290129340398",
      changes: changesOf(told, workspaceId),
    })),
  };
}

/** One change for all that customers wrote, one for all statuses, one for all echoes. */
function changesOf(told: readonly Told[], workspaceId: string): object[] {
  const groups = Map.groupBy(told, ({ type }) =>
    type === "echo" || type === "status" ? type : "letter",
  );
  return [...groups].map(([type, own]) => ({
    value: {
      messaging_product: "whatsapp",
      metadata: { display_phone_number: "15550783881", phone_number_id: phoneNumberId },
      ...reported(own, workspaceId),
    },
    field: type === "echo" ? "smb_message_echoes" : "messages",
  }));
}

type Customers = Exclude<Told, { type: "status" }>;

function reported(told: readonly Told[], workspaceId: string): object {
  const statuses = told.filter((one) => one.type === "status");
  if (statuses.length > 0) return { statuses: statuses.map((one) => statusOf(one, workspaceId)) };
  const own = told.filter((one): one is Customers => one.type !== "status");
  const messages = own.map(messageOf);
  const contacts = own.map(contactOf);
  const areEchoes = own.some(({ type }) => type === "echo");
  return areEchoes ? { contacts, message_echoes: messages } : { contacts, messages };
}

function statusOf(told: Extract<Told, { type: "status" }>, workspaceId: string): object {
  const { word: status, message: messageId, at } = told;
  const { conversationId } = outbox;
  const errors = status === "failed" ? [{ code: 131026, title: "Message undeliverable" }] : [];
  return {
    id: "wamid.OURS==",
    status,
    timestamp: String(at / 1000),
    recipient_id: "5511900000001",
    biz_opaque_callback_data: tagOf({
      workspaceId,
      channelId: "whatsapp",
      conversationId,
      messageId,
    }),
    ...(errors.length > 0 ? { errors } : {}),
  };
}

function shownBy({ person, serial }: Customers) {
  const { name, phone, userId, shy } = people[person] ?? {};
  return { name, userId, phone: shy && serial % 2 === 1 ? undefined : phone };
}

function contactOf(told: Customers): object {
  const { name, phone, userId } = shownBy(told);
  return { profile: { name }, ...(phone ? { wa_id: phone } : {}), user_id: userId };
}

function messageOf(told: Customers): object {
  const { phone, userId } = shownBy(told);
  const head = { id: idOf(told.serial), timestamp: String(told.at / 1000) };
  if (told.type === "echo") {
    const to = { ...(phone ? { to: phone } : {}), to_user_id: userId };
    return { ...head, ...to, from: "15550783881", type: "text", text: { body: told.text } };
  }
  const from = { ...(phone ? { from: phone } : {}), from_user_id: userId };
  return { ...head, ...from, ...contentOf(told) };
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
