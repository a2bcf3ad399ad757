import type { Platform } from "@hilo/schema";
import type { IconName } from "./icons.ts";
import { paint } from "./paint.ts";

/** The icon of each platform; its colour is the token of the same name. */
export const platformIcons: Record<Platform, IconName> = {
  whatsapp: "message",
  sms: "sms",
  messenger: "messages",
  instagram: "camera",
  telegram: "send",
  email: "mail",
  webchat: "globe",
  x: "platformX",
  voice: "phone",
};

/** Puts a platform's icon on its colour. */
export function platformPaint(platform: Platform) {
  return paint({ background: `var(--${platform})`, color: inkOn(platform) });
}

/** The colour of what stands on a platform's own. */
export function inkOn(platform: Platform): string {
  return platform === "x" ? "var(--on-x)" : "#fff";
}
