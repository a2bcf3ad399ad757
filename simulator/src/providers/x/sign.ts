import { createHmac } from "node:crypto";
import { houseAddress } from "../../phones/house-address.ts";
import type { Inbound } from "../../phones/inbound.ts";
import type { World } from "../../phones/world.ts";
import type { Webhook } from "../../wire/webhook.ts";
import { account, channel } from "./account.ts";

/** The address of the seed's channel. */
export function webhookUrl(world: World): string {
  return houseAddress(world, "x", channel.id);
}

/** What X proves a body, and wants a challenge proved, with. */
export function digest(text: string): string {
  return `sha256=${createHmac("sha256", account.consumerSecret).update(text).digest("base64")}`;
}

/** A webhook call in X's manner: JSON, signed over its bytes. */
export function signed(
  world: World,
  json: unknown,
  note: string,
  signature: Inbound["signature"] = "valid",
): Webhook {
  const body = JSON.stringify(json);
  const headers: Record<string, string> = { "Content-Type": "application/json" };
  if (signature === "valid") headers["x-twitter-webhooks-signature"] = digest(body);
  if (signature === "wrong") headers["x-twitter-webhooks-signature"] = digest(`${body} `);
  return { url: webhookUrl(world), headers, body, note };
}
