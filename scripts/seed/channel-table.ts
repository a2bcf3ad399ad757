import type { Platform, Provider } from "@hilo/schema";

type SeededChannel = {
  provider: Provider;
  platform: Platform;
  name: string;
  address: string;
  settings: Record<string, string>;
  credentials: Record<string, string>;
};

// Every credential below is made up and fixed, so that anyone can sign a request to an emulator.
const accountSid = "AC000000000000000000000000000000a1";
const twilio = {
  provider: "twilio",
  address: "+15550100001",
  settings: { accountSid },
  credentials: { accountSid, authToken: "test_twilio_auth_token_0000000001" },
} as const;
const meta = {
  provider: "meta",
  credentials: {
    appSecret: "test_meta_app_secret",
    verifyToken: "test_meta_verify_token",
    accessToken: "test_meta_access_token",
  },
} as const;
const phoneNumberId = "106540352242922";
const appId = "1517776481860111";

/** The channels of the demonstration, by id: one for each provider and platform. */
export const channelTable = {
  "twilio-whatsapp": { ...twilio, platform: "whatsapp", name: "WhatsApp ventas" },
  "twilio-sms": { ...twilio, platform: "sms", name: "SMS avisos" },
  "twilio-voice": { ...twilio, platform: "voice", name: "Central telefónica" },
  whatsapp: {
    ...meta,
    platform: "whatsapp",
    name: "WhatsApp soporte",
    address: "+15550783881",
    settings: { accountId: "102290129340398", phoneNumberId, appId },
  },
  messenger: {
    ...meta,
    platform: "messenger",
    name: "Messenger",
    address: "682498302938465",
    settings: { pageId: "682498302938465", appId },
  },
  instagram: {
    ...meta,
    platform: "instagram",
    name: "Instagram",
    address: "17841400008460056",
    settings: { instagramId: "17841400008460056", appId },
  },
  telegram: {
    provider: "telegram",
    platform: "telegram",
    name: "Telegram",
    address: "123456789",
    settings: { username: "andes_gestion_bot" },
    credentials: {
      token: "123456789:test_telegram_token",
      secretToken: "test_telegram_secret",
    },
  },
  kapso: {
    provider: "kapso",
    platform: "whatsapp",
    name: "WhatsApp campañas",
    address: "+15550100002",
    settings: { accountId: "102290129340398", phoneNumberId },
    credentials: { apiKey: "test_kapso_api_key", webhookSecret: "test_kapso_secret" },
  },
  email: {
    provider: "email",
    platform: "email",
    name: "Correo",
    address: "hola@hilo.test",
    settings: {
      smtpHost: "127.0.0.1",
      smtpPort: "4025",
      senderName: "Andes Gestión",
      signature: "Andes Gestión · +56 2 2345 6789",
    },
    credentials: {
      sendgridPath: "test_sendgrid_path",
      mailgunKey: "test_mailgun_key",
      postmarkBasic: "postmark:test_postmark",
    },
  },
  x: {
    provider: "x",
    platform: "x",
    name: "X",
    address: "1460000000000000001",
    settings: { username: "andesgestion", appId: "29300201" },
    credentials: { consumerSecret: "test_x_consumer_secret", accessToken: "test_x_access_token" },
  },
  webchat: {
    provider: "webchat",
    platform: "webchat",
    name: "Chat del sitio",
    address: "demo-webchat",
    settings: {
      title: "Andes Gestión",
      color: "#0b6e4f",
      greetingEs: "¡Hola! Cuéntanos en qué te ayudamos.",
      greetingEn: "Hello! Tell us how we can help.",
    },
    credentials: { identitySecret: "test_webchat_identity_secret" },
  },
} as const satisfies Record<string, SeededChannel>;
export type ChannelId = keyof typeof channelTable;
