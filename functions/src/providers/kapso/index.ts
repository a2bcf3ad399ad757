import type { Adapter } from "../adapter.ts";
import { whatsappAt } from "../addresses.ts";
import { api } from "./base.ts";
import { capabilities } from "./capabilities.ts";
import { check } from "./check.ts";
import { explain } from "./errors.ts";
import { fields, webhooks } from "./fields.ts";
import { parse } from "./inbound.ts";
import { media } from "./media.ts";
import { seen, send } from "./outbound.ts";
import { verify } from "./signature.ts";
import { templates } from "./templates.ts";
import { KapsoCredentials } from "./wire.ts";
import { words } from "./words.ts";

/** Kapso: WhatsApp by a number that Kapso connects and keeps. */
export const kapso: Adapter<KapsoCredentials> = {
  provider: "kapso",
  capabilities,
  apis: [api],
  contentTypes: ["application/json"],
  accepted: { status: 200, contentType: "text/plain", body: "OK" },
  fields,
  words,
  decoy: { apiKey: "nobody's", webhookSecret: "nobody's" },
  credentials: (stored) => KapsoCredentials.parse(stored),
  verify,
  parse,
  send,
  addressOf: whatsappAt,
  media,
  seen,
  check,
  webhooks,
  templates,
  explain,
};
