import type { Adapter } from "../adapter.ts";
import { acknowledge } from "./acknowledge.ts";
import { api } from "./base.ts";
import { capabilities } from "./capabilities.ts";
import { check } from "./check.ts";
import { explain } from "./errors.ts";
import { fields } from "./fields.ts";
import { parse } from "./inbound.ts";
import { media } from "./media.ts";
import { send } from "./outbound.ts";
import { verify } from "./secret.ts";
import { TelegramCredentials } from "./wire.ts";
import { words } from "./words.ts";

/** Telegram: a bot's private chats, groups, channels, and the chats of business accounts. */
export const telegram: Adapter<TelegramCredentials> = {
  provider: "telegram",
  capabilities,
  apis: [api],
  contentTypes: ["application/json"],
  /** A body could name a method to call, so it names none. */
  accepted: { status: 200, contentType: "application/json", body: "{}" },
  fields,
  words,
  decoy: { token: "0:nobody", secretToken: "nobody" },
  credentials: (stored) => TelegramCredentials.parse(stored),
  /** Each bot counts the messages of a private chat from one. */
  ownerOf: ({ token }) => token?.split(":")[0],
  verify,
  parse,
  send,
  media,
  acknowledge,
  check,
  explain,
};
