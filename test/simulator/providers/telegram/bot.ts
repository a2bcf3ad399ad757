import { readFileSync } from "node:fs";
import type { InboundRequest } from "@hilo/simulator";
import {
  type Description,
  faultOf,
} from "../../../../simulator/src/providers/telegram/description.ts";
import type { Pair } from "../../support/house.ts";

export const token = "123456789:test_telegram_token";
export const chatId = 1928775604;

/** The description of the Bot API with the types of updates. */
export const description: Description = JSON.parse(
  readFileSync(new URL("../../../fixtures/telegram/api.json", import.meta.url), "utf8"),
);

export type Json = Record<string, unknown>;
export type Answer = { status: number; body: Json };

/** Calls a method as a bot does. */
export async function call(
  pair: Pair,
  method: string,
  params: Json | FormData = {},
  as = token,
): Promise<Answer> {
  const isForm = params instanceof FormData;
  const response = await fetch(`${pair.simulator.url}/telegram/bot${as}/${method}`, {
    method: "POST",
    headers: isForm ? {} : { "content-type": "application/json" },
    body: isForm ? params : JSON.stringify(params),
  });
  return { status: response.status, body: (await response.json()) as Json };
}

/** A customer does something. */
export function act(pair: Pair, message: Partial<InboundRequest> = {}) {
  const from = { telegramId: String(chatId), name: "Nicolás Cáceres" };
  return pair.simulator.control.inbound({ channel: "telegram", from, ...message }, "telegram");
}

/** The updates that came to the house, each of them as the description has it. */
export function updates(pair: Pair): Json[] {
  return pair.calls.map(({ raw }) => {
    const update: Json = JSON.parse(raw.toString());
    const fault = faultOf(description, "Update", update);
    if (fault) throw new Error(`${fault}: ${raw}`);
    return update;
  });
}
