import type { Adapter } from "../adapter.ts";
import { capabilities } from "./capabilities.ts";
import { check } from "./check.ts";
import { fields } from "./fields.ts";
import { parse } from "./inbound.ts";
import { send } from "./outbound.ts";
import { verify } from "./signature.ts";
import { webhooks } from "./tag.ts";
import { visitorIn } from "./token.ts";
import { WebchatCredentials } from "./wire.ts";
import { words } from "./words.ts";

/** The chat on the business's own site, carried by nobody but us. */
export const webchat: Adapter<WebchatCredentials> = {
  provider: "webchat",
  capabilities,
  contentTypes: ["application/json"],
  /** Four thousand letters, each written as an escape, and what stands around them. */
  maxBody: 64 * 1024,
  open: true,
  accepted: { status: 200, contentType: "application/json", body: "{}" },
  fields,
  words,
  decoy: {},
  credentials: (stored) => WebchatCredentials.parse(stored),
  verify,
  /** A person writes, and reads what comes; nobody does so four times a second for a minute. */
  rate: ({ headers }) => {
    const { workspaceId, channelId, address } = visitorIn(headers.authorization) ?? {};
    return { key: [workspaceId, channelId, address].join("\n"), perMinute: 240 };
  },
  parse,
  send,
  check,
  webhooks,
  /** Nothing is handed to a provider, so nothing of a provider's can go wrong. */
  explain: (code) => ({ code, reason: "other", message: "The message could not be delivered." }),
};
