import * as z from "zod";
import { type OutboundFile, ProviderError } from "../adapter.ts";
import { callProvider, type ProviderAnswer } from "../provider-call.ts";
import { api } from "./base.ts";
import { codeOf, explain } from "./errors.ts";
import type { TelegramCredentials } from "./wire.ts";

/** A bot, and the server of the Bot API that it is reached by. */
export type Bot = { base: string; token: string };

/** A call of a method. A file goes along as multipart, under its parameter's name. */
export type BotCall = {
  method: string;
  params: Record<string, unknown>;
  upload?: { name: string; file: OutboundFile };
  /** How long it may take, in milliseconds, where that is not the usual time. */
  timeoutMs?: number;
};

/** Telegram said no; `movedTo` is the chat that took the place of the one named. */
export class BotRefusal extends ProviderError {
  readonly movedTo: number | undefined;

  constructor(
    kind: ProviderError["kind"],
    code: string,
    message: string,
    options: { retryAfter?: number; movedTo?: number },
  ) {
    super(kind, code, message, options);
    this.movedTo = options.movedTo;
  }
}

const Answer = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().optional().catch(undefined),
  parameters: z
    .looseObject({
      retry_after: z.number().positive().optional().catch(undefined),
      migrate_to_chat_id: z.int().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** An upload may take longer than a call of a few words, in milliseconds. */
const usualMs = 10_000;
const uploadMs = 30_000;

/** The bot of these credentials, at the configured server. */
export function botOf({ token }: Pick<TelegramCredentials, "token">): Bot {
  return { base: api.url(), token };
}

/**
 * Calls a method of the Bot API and gives its result; throws ProviderError.
 * @see https://core.telegram.org/bots/api#making-requests
 */
export async function callBot(bot: Bot, call: BotCall): Promise<unknown> {
  const { method, params, upload, timeoutMs = upload ? uploadMs : usualMs } = call;
  const body = upload ? { multipart: await formOf(params, upload) } : { json: params };
  const url = `${bot.base}/bot${bot.token}/${method}`;
  return resultOf(await callProvider({ url, ...body, timeoutMs }));
}

async function formOf(
  params: BotCall["params"],
  { name, file }: NonNullable<BotCall["upload"]>,
): Promise<FormData> {
  const form = new FormData();
  for (const [key, value] of Object.entries(params)) {
    form.append(key, typeof value === "string" ? value : JSON.stringify(value));
  }
  const bytes = await file.read();
  form.append(name, new Blob([new Uint8Array(bytes)], { type: file.type }), file.name);
  return form;
}

function resultOf({ status, body }: ProviderAnswer): unknown {
  const { data } = Answer.safeParse(body);
  if (data?.ok) return data.result;
  // Success is said by both; whatever else comes with 200 is no answer of Telegram's.
  if (status < 400)
    throw new ProviderError("unknown", "noAnswer", "Telegram's answer is no answer");
  const code = codeOf(status, data?.description ?? "");
  const { retry_after: seconds, migrate_to_chat_id: movedTo } = data?.parameters ?? {};
  throw new BotRefusal(kindOf(status), code, explain(code).message, {
    ...(seconds === undefined ? {} : { retryAfter: Math.ceil(seconds * 1000) }),
    ...(movedTo === undefined ? {} : { movedTo }),
  });
}

/** A fault of Telegram's own (5xx) says nothing about whether the message was sent. */
function kindOf(status: number): ProviderError["kind"] {
  if (status === 429) return "rateLimited";
  return status >= 500 ? "unknown" : "refused";
}
