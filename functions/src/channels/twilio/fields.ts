import type { Field } from "../channel.ts";

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
  es: "Con código de país, como +56912345678.",
  en: "With its country code, such as +56912345678.",
};

/** What Twilio's channels take. */
export const fields = {
  whatsapp: [number(written), ...account, service],
  sms: [number(written), ...account, service],
  voice: [number(written), ...account],
};
