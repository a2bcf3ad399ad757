import * as z from "zod";
import { now } from "../../platform/clock.ts";
import { type Account, type FindingOf, ProviderError } from "../adapter.ts";
import { type Bot, botOf, callBot } from "./bot.ts";
import { updateKinds } from "./kinds.ts";
import type { TelegramCredentials } from "./wire.ts";
import type { words } from "./words.ts";

type Found = FindingOf<keyof typeof words>;
type Trouble = Exclude<Found, { level: "ok" }>;

const Me = z.looseObject({ id: z.int(), username: z.string().optional() });

const WebhookInfo = z.looseObject({
  url: z.string(),
  pending_update_count: z.int().optional(),
  last_error_date: z.int().optional(),
  last_error_message: z.string().optional(),
  allowed_updates: z.array(z.string()).optional(),
});
type WebhookInfo = z.infer<typeof WebhookInfo>;

/** An error older than this has been followed by better days (ms). */
const recent = 60 * 60 * 1000;

/** Asks Telegram who the bot is and where it sends updates. */
export async function check(account: Account, credentials: TelegramCredentials): Promise<Found[]> {
  const bot = botOf(credentials);
  try {
    const me = Me.parse(await callBot(bot, { method: "getMe", params: {} }));
    return [...identity(account, me), ...(await webhook(bot, account))];
  } catch (error) {
    return [failure(error)];
  }
}

function failure(error: unknown): Found {
  if (!(error instanceof ProviderError))
    return { level: "error", code: "unexpected", text: "Telegram's answer could not be read." };
  const refused = error.kind === "refused";
  return { level: "error", code: refused ? "credentials" : "unreachable", text: error.message };
}

function identity(account: Account, { id, username }: z.infer<typeof Me>): Found[] {
  const who = username ? `@${username}` : String(id);
  if (account.address === String(id))
    return [{ level: "ok", code: "credentials", text: `The token is that of ${who}.` }];
  const text = `The token is that of ${who}, number ${id}, not ${account.address}.`;
  return [{ level: "error", code: "otherAccount", text }];
}

async function webhook(bot: Bot, account: Account): Promise<Found[]> {
  const info = WebhookInfo.parse(await callBot(bot, { method: "getWebhookInfo", params: {} }));
  if (info.url === "")
    return [error("webhookMissing", "Telegram has no webhook: run npm run telegram:setup.")];
  if (info.url !== account.webhook)
    return [error("webhookElsewhere", `Telegram sends updates to ${info.url}.`)];
  const found = [...lastError(info), ...kinds(info), ...pending(info)];
  const ok = { level: "ok", code: "webhook", text: "Telegram sends updates here." } as const;
  return found.length > 0 ? found : [ok];
}

function error(code: Trouble["code"], text: string): Found {
  return { level: "error", code, text };
}

/** 401 is our own answer to a secret that is not the channel's. */
function lastError({ last_error_date: at = 0, last_error_message: why }: WebhookInfo): Found[] {
  if (!why || now() - at * 1000 > recent) return [];
  if (/\b401\b/.test(why))
    return [error("webhookSecret", `Telegram sends another secret than the channel's: ${why}`)];
  return [
    { level: "warning", code: "webhookError", text: `Telegram's last delivery failed: ${why}` },
  ];
}

/** Without a list Telegram sends everything but reactions and members. */
function kinds({ allowed_updates: allowed }: WebhookInfo): Found[] {
  const missing = allowed?.length
    ? updateKinds.filter((kind) => !allowed.includes(kind))
    : ["message_reaction"];
  if (missing.length === 0) return [];
  const text = `Telegram leaves out ${missing.join(", ")}: run npm run telegram:setup again.`;
  return [{ level: "warning", code: "webhookKinds", text }];
}

function pending({ pending_update_count: count = 0 }: WebhookInfo): Found[] {
  if (count < 100) return [];
  return [{ level: "warning", code: "webhookPending", text: `${count} updates are waiting.` }];
}
