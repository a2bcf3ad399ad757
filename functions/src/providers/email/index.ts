import type { Adapter } from "../adapter.ts";
import { addressOf } from "./address.ts";
import { capabilities } from "./capabilities.ts";
import { check } from "./check.ts";
import { explain } from "./errors.ts";
import { fields, webhooks } from "./fields.ts";
import { isOwn } from "./machine.ts";
import { send } from "./outbound.ts";
import { verify } from "./signature.ts";
import { EmailCredentials } from "./wire.ts";
import { words } from "./words.ts";

/** E-mail: in by the webhooks of SendGrid, Mailgun and Postmark, out by SMTP. */
export const email: Adapter<EmailCredentials> = {
  provider: "email",
  capabilities,
  contentTypes: ["multipart/form-data", "application/x-www-form-urlencoded", "application/json"],
  accepted: { status: 200, contentType: "text/plain", body: "OK" },
  maxBody: 32 * 1024 * 1024,
  fields,
  words,
  decoy: { sendgridPath: "nobody's", mailgunKey: "nobody's", postmarkBasic: "nobody:nobody's" },
  credentials: (stored) => EmailCredentials.parse(stored),
  verify,
  // Reading mails takes tables of charsets, which no other webhook waits for.
  parse: async (request, account) => (await import("./inbound.ts")).parse(request, account),
  send,
  addressOf,
  owns: isOwn,
  check,
  webhooks,
  explain,
};
