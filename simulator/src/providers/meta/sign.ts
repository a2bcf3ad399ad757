import { createHmac } from "node:crypto";
import { houseAddress } from "../../phones/house-address.ts";
import type { World } from "../../phones/world.ts";
import type { Webhook } from "../../wire/webhook.ts";
import { account } from "./account.ts";

/** A webhook call of Meta: JSON with escaped letters, signed with the app's secret over its bytes. */
export function signed(
  world: World,
  payload: unknown,
  note: string,
  signature: "valid" | "wrong" | "missing" = "valid",
): Webhook {
  const body = escaped(JSON.stringify(payload));
  const secret = signature === "wrong" ? "another_secret" : account.appSecret;
  const digest = createHmac("sha256", secret).update(body).digest("hex");
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    "User-Agent": "facebookexternalua",
  };
  if (signature !== "missing") headers["X-Hub-Signature-256"] = `sha256=${digest}`;
  return { url: houseAddress(world, "meta"), headers, body, note };
}

/** As Meta writes its JSON: slashes and everything beyond ASCII escaped. */
function escaped(json: string): string {
  const slashes = json.replaceAll("/", "\\/");
  return slashes.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
