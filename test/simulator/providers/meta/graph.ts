import { createHmac } from "node:crypto";
import type { Call, Pair } from "../../support/house.ts";

type Json = Record<string, unknown>;

export const secret = "test_meta_app_secret";
export const phoneNumberId = "106540352242922";
export const pageId = "682498302938465";
export const instagramId = "17841400008460056";
export const headers = {
  authorization: "Bearer test_meta_access_token",
  "content-type": "application/json",
};

export type Answer = { status: number; body: Json; retryAfter: string | null };

/** Calls the imitated Graph API. */
export async function graph(
  pair: Pair,
  path: string,
  body?: unknown,
  sent: Record<string, string> = headers,
): Promise<Answer> {
  const response = await fetch(`${pair.simulator.url}/meta/v26.0/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: sent,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const retryAfter = response.headers.get("retry-after");
  return { status: response.status, body: await response.json(), retryAfter };
}

/** Sends by WhatsApp. */
export function whatsapp(pair: Pair, message: Json): Promise<Answer> {
  const about = { messaging_product: "whatsapp", to: "56981234567" };
  return graph(pair, `${phoneNumberId}/messages`, { ...about, ...message });
}

export const text = (body: string) => ({ type: "text", text: { body } });

/** Whether a call is signed as Meta signs. */
export function isSigned({ headers: got, raw }: Call): boolean {
  const digest = createHmac("sha256", secret).update(raw).digest("hex");
  return got["x-hub-signature-256"] === `sha256=${digest}`;
}

/** The bodies the house was sent. */
export function bodies(pair: Pair): Json[] {
  return pair.calls.map((call) => JSON.parse(call.raw.toString()));
}

type Change = { field: string; value: Json & Record<string, Json[]> };

/** The changes of WhatsApp's webhooks. */
export function changes(pair: Pair): Change[] {
  return bodies(pair).flatMap((body) =>
    (body.entry as { changes?: Change[] }[]).flatMap((entry) => entry.changes ?? []),
  );
}

export const statuses = (pair: Pair) => changes(pair).flatMap(({ value }) => value.statuses ?? []);

/** The events of Messenger's and Instagram's webhooks. */
export function events(pair: Pair): Json[] {
  return bodies(pair).flatMap((body) =>
    (body.entry as { messaging?: Json[] }[]).flatMap((entry) => entry.messaging ?? []),
  );
}

/** The code of a refusal, with its subcode. */
export function codeOf({ body }: Answer): string {
  const { code, error_subcode: subcode } = (body.error ?? {}) as Json;
  return subcode === undefined ? String(code) : `${code}/${subcode}`;
}
