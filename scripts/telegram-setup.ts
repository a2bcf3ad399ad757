import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import * as z from "zod";
import type { Bot } from "../functions/src/providers/telegram/bot.ts";
import { updateKinds } from "../functions/src/providers/telegram/kinds.ts";
import { addressOf, understood } from "./options.ts";
import { Refusal } from "./refusal.ts";
import { channelTable } from "./seed/channel-table.ts";
import { ask, botOf, botOptions, botUsage } from "./telegram-bot.ts";

const usage = `npm run telegram:setup -- --address https://hilo.example --workspace acme --channel telegram

Tells Telegram where a channel's updates go, with which secret, and which kinds of them.

  --address …      the public address of this Hilo; or PUBLIC_BASE_URL
  --workspace …    the workspace's id
  --channel …      the channel's id
  --secret …       the channel's webhook secret, 1-256 of A-Z a-z 0-9 _ -; better as TELEGRAM_SECRET_TOKEN
  --new-secret     makes a secret and prints it, to be entered in the channel's settings
  --drop-pending   forgets the updates that wait
${botUsage}`;

const options = {
  ...botOptions,
  address: { type: "string" },
  workspace: { type: "string" },
  channel: { type: "string" },
  secret: { type: "string" },
  "new-secret": { type: "boolean", default: false },
  "drop-pending": { type: "boolean", default: false },
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

/** `npm run telegram:setup`: sets the webhook of a bot's channel. */
export async function main(args: string[]): Promise<void> {
  const values = understood(() => parseArgs({ args, options }), usage);
  if (values.help) return console.log(usage);
  const bot = botOf(values);
  const { secret, isNew } = secretOf(values);
  const url = webhookOf(values, bot);
  const params = {
    url,
    secret_token: secret,
    allowed_updates: [...updateKinds],
    ...(values["drop-pending"] ? { drop_pending_updates: true } : {}),
  };
  await ask(bot, { method: "setWebhook", params });
  console.log(await summary(bot, url));
  if (isNew) console.log(`\nEnter this webhook secret in the channel's settings:\n\n  ${secret}`);
}

function secretOf(values: Options): { secret: string; isNew: boolean } {
  if (values["new-secret"]) return { secret: randomBytes(24).toString("hex"), isNew: true };
  const own = values.demo ? channelTable.telegram.credentials.secretToken : undefined;
  const secret = values.secret ?? own ?? process.env.TELEGRAM_SECRET_TOKEN ?? "";
  if (/^[A-Za-z0-9_-]{1,256}$/.test(secret)) return { secret, isNew: false };
  if (secret === "") {
    throw new Refusal(
      `The webhook secret is missing: give --secret, TELEGRAM_SECRET_TOKEN or --new-secret.\n\n${usage}`,
    );
  }
  throw new Refusal("Telegram takes a secret of 1 to 256 characters of A-Z, a-z, 0-9, _ and -.");
}

function webhookOf(values: Options, bot: Bot): string {
  const demo = { address: "http://127.0.0.1:5000", workspace: "demo", channel: "telegram" };
  const given = { ...(values.demo ? demo : { address: process.env.PUBLIC_BASE_URL }), ...values };
  const { address, workspace, channel } = given;
  if (!address || !workspace || !channel) {
    throw new Refusal(`--address, --workspace and --channel are needed.\n\n${usage}`);
  }
  const base = addressOf(address);
  // Telegram itself calls https on these ports only; a server of one's own and the simulator take any.
  const reaches = base.protocol === "https:" && ["", "88", "8443"].includes(base.port);
  if (new URL(bot.base).hostname === "api.telegram.org" && !reaches)
    throw new Refusal(`Telegram calls https on port 443, 88 or 8443 only, not ${base.origin}.`);
  const path = ["webhooks", "telegram", workspace, channel].map(encodeURIComponent).join("/");
  return `${base.href.replace(/\/+$/, "")}/${path}`;
}

const Me = z.looseObject({ id: z.int(), username: z.string().default("") });
const Info = z.looseObject({ url: z.string(), pending_update_count: z.int().default(0) });

/** What Telegram says of it afterwards. */
async function summary(bot: Bot, url: string): Promise<string> {
  const me = Me.parse(await ask(bot, { method: "getMe", params: {} }));
  const info = Info.parse(await ask(bot, { method: "getWebhookInfo", params: {} }));
  if (info.url !== url)
    throw new Refusal(`Telegram still sends updates to ${info.url || "nobody"}.`);
  return [
    `Bot       @${me.username}, number ${me.id}`,
    `Webhook   ${info.url}`,
    `Updates   ${updateKinds.join(", ")}`,
    `Waiting   ${info.pending_update_count}`,
  ].join("\n");
}
