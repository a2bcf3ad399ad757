import { demoTwilio, signTwilio } from "../../support/twilio.ts";
import { callbackOf } from "../outbound.ts";
import { formOf, people } from "../people.ts";
import { dayMs, outbox, type Told, type Voice } from "./voice.ts";

const channelId = "twilio-whatsapp";
const { accountSid, authToken, smsNumber } = demoTwilio;

function idOf(serial: number): string {
  return `SM${String(serial).padStart(32, "0")}`;
}

/** WhatsApp by Twilio: forms without times, and people who are named in another way from one to the next. */
export const twilio: Voice = {
  provider: "twilio",
  platform: "whatsapp",
  channelId,
  address: smsNumber,
  settings: {},
  credentials: { accountSid, authToken },
  people: people.length,
  addressesOf: (person) =>
    (people[person]?.ways ?? []).flatMap(({ phone, userId }) => [phone ?? [], userId ?? []].flat()),
  nameOf: (person) => people[person]?.name ?? "",
  timed: false,
  window: dayMs,
  heedsStop: true,
  tells: ["letter", "status"],
  statuses: {
    queued: "sending",
    sending: "sending",
    sent: "sent",
    delivered: "delivered",
    read: "read",
    undelivered: "failed",
  },
  externalId: idOf,
  envelope: (workspaceId, told) => {
    const path = `/webhooks/twilio/${workspaceId}/${channelId}${queryOf(workspaceId, told)}`;
    const form = formFrom(told);
    return {
      path,
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-twilio-signature": signTwilio(`${process.env.PUBLIC_BASE_URL}${path}`, form),
      },
      body: new URLSearchParams(form).toString(),
    };
  },
};

/** A report comes to the address that the message was sent with. */
function queryOf(workspaceId: string, told: Told): string {
  if (told.type !== "status") return "";
  const { conversationId } = outbox;
  return callbackOf({ workspaceId, channelId, conversationId, messageId: told.message });
}

function formFrom(told: Told): Record<string, string> {
  if (told.type === "letter") {
    const { person, serial, text } = told;
    return formOf({ person, way: serial % 2, sid: idOf(serial), text });
  }
  if (told.type !== "status") throw new Error("Twilio tells no such thing");
  const failure = told.reached === "failed" ? { ErrorCode: "63024" } : {};
  return { MessageSid: `SM${"9".repeat(32)}`, MessageStatus: told.word, ...failure };
}
