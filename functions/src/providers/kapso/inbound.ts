import type { InboundEvent } from "@hilo/schema";
import type { Account, RawRequest } from "../adapter.ts";
import { readForwarded } from "./forwarded.ts";
import { readPayload } from "./payload.ts";
import { Batch } from "./wire.ts";

/** Every event of a webhook: one, a batch of them, or Meta's own body forwarded as it came. */
export function parse(
  request: RawRequest,
  { settings }: Pick<Account, "settings">,
): InboundEvent[] {
  const body = jsonIn(request.rawBody);
  if (body === null) return [{ type: "unsupported", reason: "Not a JSON object" }];
  if (body.object === "whatsapp_business_account") return readForwarded(body, settings);
  const batch = Batch.safeParse(body);
  const name = nameOf(request, body);
  const payloads = batch.success ? batch.data.data : [body];
  return payloads.flatMap((payload) => readPayload(name, payload, settings));
}

/** The event is named in a header; a body may name it too. */
function nameOf({ headers }: RawRequest, body: Record<string, unknown>): string {
  const named = [headers["x-webhook-event"], body.event, body.type];
  return named.find((name): name is string => typeof name === "string" && name !== "") ?? "";
}

function jsonIn(raw: Buffer): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(raw.toString("utf8"));
    const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
    return isObject ? { ...body } : null;
  } catch {
    return null;
  }
}
