import type { Platform, Provider } from "@hilo/schema";
import {
  accountOf,
  type DemoChannelId,
  demoChannelOf,
} from "../../simulator/src/phones/demo-channels.ts";
import { account as email } from "../../simulator/src/providers/email/account.ts";
import { account as kapso } from "../../simulator/src/providers/kapso/account.ts";
import { account as meta } from "../../simulator/src/providers/meta/account.ts";
import { account as telegram } from "../../simulator/src/providers/telegram/account.ts";
import { account as twilio } from "../../simulator/src/providers/twilio/account.ts";
import { account as webchat } from "../../simulator/src/providers/webchat/account.ts";
import { account as x } from "../../simulator/src/providers/x/account.ts";

type SeededChannel = {
  provider: Provider;
  platform: Platform;
  name: string;
  address: string;
  settings: Record<string, string>;
  credentials: Record<string, string>;
};

/** Who carries a channel and where it is, as the simulator's end of it has it. */
function played(channelId: DemoChannelId) {
  const { provider, platform, address } = demoChannelOf({ channelId });
  return { provider, platform, address };
}

const accountSid = twilio.sid;
const byTwilio = {
  settings: { accountSid },
  credentials: { accountSid, authToken: twilio.authToken },
};

const { appId, appSecret, verifyToken, accessToken } = meta;
const byMeta = { appSecret, verifyToken, accessToken };
const number = (channelId: "whatsapp" | "kapso") => ({
  accountId: meta.wabaId,
  phoneNumberId: accountOf(demoChannelOf({ channelId })),
});

/**
 * The channels of the demonstration, by id: one for each provider and platform. Every credential is made up and
 * fixed, so that anyone can sign a request to an emulator.
 */
export const channelTable = {
  "twilio-whatsapp": { ...played("twilio-whatsapp"), ...byTwilio, name: "WhatsApp ventas" },
  "twilio-sms": { ...played("twilio-sms"), ...byTwilio, name: "SMS avisos" },
  "twilio-voice": { ...played("twilio-voice"), ...byTwilio, name: "Central telefónica" },
  whatsapp: {
    ...played("whatsapp"),
    name: "WhatsApp soporte",
    settings: { ...number("whatsapp"), appId },
    credentials: byMeta,
  },
  messenger: {
    ...played("messenger"),
    name: "Messenger",
    settings: { pageId: played("messenger").address, appId },
    credentials: byMeta,
  },
  instagram: {
    ...played("instagram"),
    name: "Instagram",
    settings: { instagramId: played("instagram").address, appId },
    credentials: byMeta,
  },
  telegram: {
    ...played("telegram"),
    name: "Telegram",
    settings: { username: telegram.username },
    credentials: { token: telegram.token, secretToken: telegram.secretToken },
  },
  kapso: {
    ...played("kapso"),
    name: "WhatsApp campañas",
    settings: number("kapso"),
    credentials: kapso,
  },
  email: {
    ...played("email"),
    name: "Correo",
    settings: {
      smtpHost: "127.0.0.1",
      smtpPort: "4025",
      senderName: "Andes Gestión",
      signature: "Andes Gestión · +56 2 2345 6789",
    },
    credentials: email,
  },
  x: {
    ...played("x"),
    name: "X",
    settings: { username: x.username, appId: x.appId },
    credentials: { consumerSecret: x.consumerSecret, accessToken: x.accessToken },
  },
  webchat: {
    ...played("webchat"),
    name: "Chat del sitio",
    settings: {
      title: "Andes Gestión",
      color: "#0b6e4f",
      greetingEs: "¡Hola! Cuéntanos en qué te ayudamos.",
      greetingEn: "Hello! Tell us how we can help.",
    },
    credentials: webchat,
  },
} as const satisfies Record<string, SeededChannel>;
export type ChannelId = keyof typeof channelTable;
