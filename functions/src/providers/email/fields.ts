import type { Account, Field, WebhookAddress } from "../adapter.ts";
import { sending, writing } from "./sending-fields.ts";
import { type Service, services } from "./wire.ts";

const receiving: readonly Field[] = [
  {
    name: "sendgridPath",
    in: "credentials",
    label: { es: "SendGrid: clave de la dirección", en: "SendGrid: path token" },
    help: {
      es: "Una palabra larga e inadivinable que termina la dirección que llama SendGrid.",
      en: "A long, unguessable word at the end of the address that SendGrid calls.",
    },
    required: false,
    invented: true,
    pattern: "[A-Za-z0-9_-]{12,100}",
  },
  {
    name: "sendgridKey",
    in: "credentials",
    label: { es: "SendGrid: clave pública", en: "SendGrid: public key" },
    help: {
      es: "De la política de seguridad de Inbound Parse; si la hay, toda petición debe venir firmada. Varias, separadas por comas.",
      en: "Of the Inbound Parse security policy; with it, every request must be signed. Several, separated by commas.",
    },
    required: false,
  },
  {
    name: "mailgunKey",
    in: "credentials",
    label: { es: "Mailgun: HTTP webhook signing key", en: "Mailgun: HTTP webhook signing key" },
    help: {
      es: "En Mailgun, «API Security».",
      en: "In Mailgun under “API Security”.",
    },
    required: false,
  },
  {
    name: "postmarkBasic",
    in: "credentials",
    label: {
      es: "Postmark: usuario y contraseña, con dos puntos entre ellos",
      en: "Postmark: user and password, with a colon between them",
    },
    help: {
      es: "Los mismos que lleva la dirección que llama Postmark: https://usuario:contraseña@…",
      en: "The same ones that the address Postmark calls carries: https://user:password@…",
    },
    required: false,
    pattern: "[^:\\s]+:\\S+",
  },
  {
    name: "inboundAddress",
    in: "settings",
    label: { es: "Dirección que recibe (opcional)", en: "Receiving address (optional)" },
    help: {
      es: "Donde llegan las respuestas, si no es la dirección de arriba, como hola@entrada.miempresa.cl.",
      en: "Where answers arrive, if not at the address above, such as hola@in.mycompany.com.",
    },
    required: false,
    pattern: "[^@\\s]+@[^@\\s]+\\.[^@\\s]+",
  },
  {
    name: "replyToken",
    in: "settings",
    label: { es: "Respuestas a hola+…@", en: "Answers to hola+…@" },
    help: {
      es: "Con «Sí», cada correo lleva su conversación en la dirección de respuesta. «No» si el buzón no acepta direcciones con +.",
      en: "With “Yes” every mail carries its conversation in the reply address. “No” where the mailbox takes no + addresses.",
    },
    required: false,
    choices: ["on", "off"],
    preset: "on",
  },
  {
    name: "subjectTag",
    in: "settings",
    label: { es: "Marca en el asunto", en: "Tag in the subject" },
    help: {
      es: "Con «Sí», el asunto nombra la conversación, para programas de correo que no conservan otra cosa.",
      en: "With “Yes” the subject names the conversation, for mail programs that keep nothing else.",
    },
    required: false,
    choices: ["on", "off"],
    preset: "off",
  },
];

const address: Field = {
  name: "address",
  in: "address",
  label: { es: "Dirección de correo", en: "E-mail address" },
  help: {
    es: "La que ven los clientes, como hola@miempresa.cl.",
    en: "The one customers see, such as hello@mycompany.com.",
  },
  required: true,
  pattern: "[^@\\s]+@[^@\\s]+\\.[^@\\s]+",
};

/** What a mailbox takes: its address, at least one service that brings mail, and an SMTP server. */
export const fields = { email: [address, ...receiving, ...sending, ...writing] };

const told: Record<Service, NonNullable<WebhookAddress["help"]>> = {
  sendgrid: {
    es: "SendGrid: Settings → Inbound Parse → URL, terminada en «/» y la clave de la dirección si no firma. La misma en Mail Settings → Event Webhook.",
    en: "SendGrid: Settings → Inbound Parse → URL, ending in “/” and the path token unless it signs. The same one in Mail Settings → Event Webhook.",
  },
  mailgun: {
    es: "Mailgun: Receiving → Create route → Forward; y Sending → Webhooks para las entregas y los rebotes.",
    en: "Mailgun: Receiving → Create route → Forward; and Sending → Webhooks for deliveries and bounces.",
  },
  postmark: {
    es: "Postmark: Inbound stream → Webhook, con el usuario y la contraseña delante (https://usuario:contraseña@…); y Outbound stream → Webhooks.",
    en: "Postmark: Inbound stream → Webhook, with user and password in front (https://user:password@…); and Outbound stream → Webhooks.",
  },
};

/** One address for each service: use that of the one that receives your mail. */
export function webhooks({ webhook }: Account): WebhookAddress[] {
  return services.map((service) => ({ url: `${webhook}/${service}`, help: told[service] }));
}
