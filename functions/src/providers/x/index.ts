import type { Adapter } from "../adapter.ts";
import { addressOf } from "./address.ts";
import { api } from "./base.ts";
import { capabilities } from "./capabilities.ts";
import { check } from "./check.ts";
import { explain } from "./errors.ts";
import { fields } from "./fields.ts";
import { parse } from "./inbound.ts";
import { media } from "./media.ts";
import { send } from "./outbound.ts";
import { greet, verify } from "./signature.ts";
import { XCredentials } from "./wire.ts";
import { words } from "./words.ts";

/** X: direct messages. */
export const x: Adapter<XCredentials> = {
  provider: "x",
  capabilities,
  apis: [api],
  contentTypes: ["application/json"],
  accepted: { status: 200, contentType: "application/json", body: "{}" },
  offAtFirst: true,
  fields,
  words,
  decoy: { consumerSecret: "nobody's", accessToken: "nobody's" },
  credentials: (stored) => XCredentials.parse(stored),
  greet,
  verify,
  parse,
  send,
  addressOf,
  media,
  check,
  explain,
};
