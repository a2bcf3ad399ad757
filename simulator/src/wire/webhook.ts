import { setTimeout as pause } from "node:timers/promises";
import type { Wire } from "./wire.ts";

export type Webhook = {
  url: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer>;
  /** What it is about, for the log. */
  note: string;
};

/** How a webhook was answered; `status` is null without an answer. */
export type Answer = { status: number | null; ms: number; body: string };

/** Calls a webhook of the house, with the provider's retries; gives every try's answer. */
export async function call(wire: Wire, webhook: Webhook): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let round = 0; round <= wire.settings.retries; round += 1) {
    if (round > 0) await pause(wire.settings.retryPause * round, undefined, { ref: false });
    if (wire.ending.signal.aborted) break;
    const answer = await callOnce(wire, webhook);
    answers.push(answer);
    if (answer.status !== null && answer.status < 500) break;
  }
  return answers;
}

async function callOnce(wire: Wire, webhook: Webhook): Promise<Answer> {
  const at = Date.now();
  const answer = await post(wire, webhook);
  const ms = Date.now() - at;
  const path = webhook.url.replace(/^https?:\/\/[^/]+/, "");
  const { status } = answer;
  const exchange = { at, direction: "out", method: "POST", path, status, ms } as const;
  wire.exchanges.add({ ...exchange, note: webhook.note });
  return { ...answer, ms };
}

async function post(wire: Wire, webhook: Webhook): Promise<Omit<Answer, "ms">> {
  try {
    const response = await fetch(webhook.url, {
      method: "POST",
      headers: webhook.headers,
      body: webhook.body,
      redirect: "manual",
      signal: AbortSignal.any([wire.ending.signal, AbortSignal.timeout(wire.settings.timeout)]),
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    return { status: null, body: error instanceof Error ? error.message : String(error) };
  }
}
