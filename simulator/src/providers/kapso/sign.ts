import { createHmac, randomUUID } from "node:crypto";
import { houseAddress } from "../../phones/house-address.ts";
import type { World } from "../../phones/world.ts";
import type { Webhook } from "../../wire/webhook.ts";
import { account, line } from "./account.ts";

export type KapsoEvent = {
  /** Such as `whatsapp.message.received`; left out of what is forwarded from Meta as it came. */
  name?: string;
  payload: unknown;
  /** How many are told at once, when they are batched. */
  batch?: number;
};

/** A webhook call of Kapso, signed over its bytes; every try of it has the same key. */
export function signed(
  world: World,
  { name, payload, batch }: KapsoEvent,
  note: string,
  signature: "valid" | "wrong" | "missing" = "valid",
): Webhook {
  const body = JSON.stringify(payload);
  const secret = signature === "wrong" ? "another_secret" : account.webhookSecret;
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    "User-Agent": "Kapso-Webhooks/2.0",
    "X-Idempotency-Key": randomUUID(),
    "X-Webhook-Payload-Version": "v2",
    ...(name && { "X-Webhook-Event": name }),
    ...(batch && { "X-Webhook-Batch": "true", "X-Batch-Size": String(batch) }),
  };
  if (signature !== "missing")
    headers["X-Webhook-Signature"] = createHmac("sha256", secret).update(body).digest("hex");
  const url = houseAddress(world, "kapso", line.id);
  return { url, headers, body, note };
}
