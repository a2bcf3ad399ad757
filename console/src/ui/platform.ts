import type { Platform } from "@hilo/schema";
import type { IconName } from "./icons.ts";

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
