import type { Account, Field, WebhookAddress } from "../adapter.ts";
import { voiceFields } from "./voice-fields.ts";

const account: readonly Field[] = [
  {
    name: "accountSid",
    in: "credentials",
    label: { es: "Account SID", en: "Account SID" },
    help: {
      es: "En la consola de Twilio, en «Account Info»; empieza con AC.",
      en: "In Twilio's console under “Account Info”; it begins with AC.",
    },
    required: true,
    pattern: "AC[0-9a-zA-Z]{32}",
  },
  {
    name: "authToken",
    in: "credentials",
    label: { es: "Auth Token", en: "Auth Token" },
    help: {
      es: "El token principal: con él firma Twilio sus avisos.",
      en: "The primary token: Twilio signs its webhooks with it.",
    },
    required: true,
  },
];

/** What few accounts need. */
const more: readonly Field[] = [
  {
    name: "apiKeySid",
    in: "credentials",
    label: { es: "SID de la clave de API (opcional)", en: "API key SID (optional)" },
    help: {
      es: "Con una clave de API se envía en vez de con el Auth Token.",
      en: "With an API key, messages are sent with it instead of the Auth Token.",
    },
    required: false,
    pattern: "SK[0-9a-zA-Z]{32}",
  },
  {
    name: "apiKeySecret",
    in: "credentials",
    label: { es: "Secreto de la clave de API (opcional)", en: "API key secret (optional)" },
    required: false,
  },
  {
    name: "previousAuthToken",
    in: "credentials",
    label: { es: "Auth Token anterior (opcional)", en: "Previous Auth Token (optional)" },
    help: {
      es: "Mientras cambias de token, los avisos firmados con el anterior también se aceptan.",
      en: "While you change the token, webhooks signed with the previous one are accepted too.",
    },
    required: false,
  },
];

const service: Field = {
  name: "messagingServiceSid",
  in: "settings",
  label: { es: "Messaging Service SID (opcional)", en: "Messaging Service SID (optional)" },
  required: false,
  pattern: "MG[0-9a-fA-F]{32}",
};

function number(help: Field["help"] & object): Field {
  return {
    name: "address",
    in: "address",
    label: { es: "Número", en: "Number" },
    help,
    required: true,
    pattern: "\\+[1-9]\\d{6,14}",
  };
}

const written = {
  es: "Con código de país, como +56 9 1234 5678.",
  en: "With its country code, such as +56 9 1234 5678.",
};

/** What Twilio's channels take. */
export const fields = {
  whatsapp: [number(written), ...account, service, ...more],
  sms: [number(written), ...account, service, ...more],
  voice: [number(written), ...account, ...more, ...voiceFields],
};

/** Where each platform's address is entered. */
const places: Record<string, NonNullable<WebhookAddress["help"]>> = {
  whatsapp: {
    es: "En Twilio: Messaging → Senders → WhatsApp senders → tu número → «Webhook URL for incoming messages», con POST.",
    en: "In Twilio: Messaging → Senders → WhatsApp senders → your number → “Webhook URL for incoming messages”, with POST.",
  },
  sms: {
    es: "En Twilio: Phone numbers → tu número → Messaging → «A message comes in», con POST.",
    en: "In Twilio: Phone numbers → your number → Messaging → “A message comes in”, with POST.",
  },
  voice: {
    es: "En Twilio: Phone numbers → tu número → Voice → «Call status changes», con POST; y «A call comes in» si Hilo ha de contestar.",
    en: "In Twilio: Phone numbers → your number → Voice → “Call status changes”, with POST; and “A call comes in” where Hilo is to answer.",
  },
};

/**
 * The address with what has Twilio try three times more after any failure.
 * @see https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export function webhooks({ platform, webhook }: Account): WebhookAddress[] {
  const help = places[platform];
  return [{ url: `${webhook}#rc=3&rp=all`, ...(help ? { help } : {}) }];
}
