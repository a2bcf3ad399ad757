import type { Adapter } from "../adapter.ts";
import { phoneAt, whatsappAt } from "../addresses.ts";
import { api, contentApi } from "./base.ts";
import { capabilities } from "./capabilities.ts";
import { check } from "./check.ts";
import { explain } from "./errors.ts";
import { fields, webhooks } from "./fields.ts";
import { parse } from "./inbound.ts";
import { send } from "./outbound.ts";
import { verify } from "./signature.ts";
import { templates } from "./templates.ts";
import { answer } from "./voice-answer.ts";
import { TwilioCredentials } from "./wire.ts";
import { words } from "./words.ts";

/** Twilio: WhatsApp, SMS and the log of calls. */
export const twilio: Adapter<TwilioCredentials> = {
  provider: "twilio",
  capabilities,
  apis: [api, contentApi],
  contentTypes: ["application/x-www-form-urlencoded", "application/json"],
  accepted: {
    status: 200,
    contentType: "text/xml",
    body: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
  },
  fields,
  words,
  decoy: { accountSid: "AC", authToken: "nobody's" },
  credentials: (stored) => TwilioCredentials.parse(stored),
  verify,
  parse,
  answer,
  send,
  addressOf: (text, platform) => {
    if (platform === "voice") return undefined;
    return platform === "whatsapp" ? whatsappAt(text) : phoneAt(text);
  },
  /** Media needs the account's credentials, and redirects to a signed address on another host. */
  media: (source, { accountSid, authToken }) => ({
    url: atBase(source),
    headers: {
      authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`,
    },
    hosts: [".twilio.com", ".twiliocdn.com", "s3.amazonaws.com", "s3-external-1.amazonaws.com"],
  }),
  check,
  webhooks,
  templates,
  explain,
};

/** Twilio names its official host in media addresses; a configured base stands in for it. */
function atBase(source: string): string {
  return source.startsWith(`${api.official}/`) ? source.replace(api.official, api.url()) : source;
}
