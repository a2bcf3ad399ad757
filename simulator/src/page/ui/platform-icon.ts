import type { Platform } from "../../phones/platform.ts";
import type { IconName } from "./icons.ts";

/** The sign of each platform. */
export const platformIcons: Record<Platform, IconName> = {
  whatsapp: "message",
  sms: "sms",
  voice: "phoneCall",
  messenger: "messageMore",
  instagram: "camera",
  telegram: "send",
  email: "mail",
  x: "atSign",
  webchat: "globe",
};
