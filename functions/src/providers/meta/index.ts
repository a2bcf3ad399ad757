import type { Adapter } from "../adapter.ts";
import { whatsappAt } from "../addresses.ts";
import { explain } from "../meta-errors.ts";
import { ownId, sharedAccountOf } from "./accounts.ts";
import { api } from "./base.ts";
import { capabilities } from "./capabilities.ts";
import { check } from "./check.ts";
import { fields } from "./fields.ts";
import { parse, platformOf } from "./inbound.ts";
import { media } from "./media.ts";
import { send } from "./outbound.ts";
import { profile } from "./profile.ts";
import { seen } from "./seen.ts";
import { greet, verify } from "./signature.ts";
import { templates } from "./templates.ts";
import { webhooks } from "./webhooks.ts";
import { MetaCredentials } from "./wire.ts";
import { words } from "./words.ts";

/** Meta: WhatsApp (Cloud API), Messenger and Instagram, all on one webhook address. */
export const meta: Adapter<MetaCredentials> = {
  provider: "meta",
  capabilities,
  apis: [api],
  contentTypes: ["application/json"],
  accepted: { status: 200, contentType: "text/plain", body: "EVENT_RECEIVED" },
  fields,
  words,
  decoy: { appSecret: "nobody's", verifyToken: "nobody's", accessToken: "nobody's" },
  credentials: (stored) => MetaCredentials.parse(stored),
  accountOf: (account) => ownId(account) || undefined,
  sharedAccountOf,
  signers: ({ appSecret, previousAppSecret }) =>
    [appSecret, previousAppSecret].filter((secret) => secret !== undefined),
  greet,
  verify,
  parse,
  platformOf,
  send,
  addressOf: (text, platform) => (platform === "whatsapp" ? whatsappAt(text) : undefined),
  media,
  seen,
  check,
  webhooks,
  profile,
  templates,
  explain,
};
