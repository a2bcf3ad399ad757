import type { Field } from "../adapter.ts";
import { tokenAddresses } from "./oauth.ts";

/** How mail goes out: an SMTP server, signed in to by a password or by OAuth 2. */
export const sending: readonly Field[] = [
  {
    name: "smtpHost",
    in: "settings",
    label: { es: "Servidor SMTP", en: "SMTP server" },
    help: { es: "Como smtp.sendgrid.net.", en: "Such as smtp.sendgrid.net." },
    required: true,
    pattern: "[A-Za-z0-9.:-]{1,253}",
  },
  {
    name: "smtpPort",
    in: "settings",
    label: { es: "Puerto SMTP", en: "SMTP port" },
    help: {
      es: "465 o 587; Cloud Functions no deja salir por el 25.",
      en: "465 or 587; Cloud Functions lets nothing out on 25.",
    },
    required: true,
    pattern: "[1-9][0-9]{0,4}",
    preset: "587",
  },
  {
    name: "smtpSecure",
    in: "settings",
    label: { es: "Cifrado", en: "Encryption" },
    help: {
      es: "TLS en el puerto 465, STARTTLS en los demás.",
      en: "TLS on port 465, STARTTLS on the others.",
    },
    required: false,
    choices: ["starttls", "tls"],
    choiceWords: {
      starttls: { es: "STARTTLS", en: "STARTTLS" },
      tls: { es: "TLS", en: "TLS" },
    },
    preset: "starttls",
  },
  {
    name: "smtpUser",
    in: "credentials",
    label: { es: "Usuario SMTP", en: "SMTP user" },
    required: false,
  },
  {
    name: "smtpPassword",
    in: "credentials",
    label: { es: "Contraseña SMTP", en: "SMTP password" },
    required: false,
    boundTo: ["smtpHost", "smtpPort"],
  },
  {
    name: "oauthTokenUrl",
    in: "settings",
    label: { es: "OAuth 2: dirección de tokens", en: "OAuth 2: token address" },
    help: {
      es: "En lugar de la contraseña. Google: https://oauth2.googleapis.com/token; Microsoft: https://login.microsoftonline.com/<inquilino>/oauth2/v2.0/token.",
      en: "Instead of the password. Google: https://oauth2.googleapis.com/token; Microsoft: https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token.",
    },
    required: false,
    pattern: tokenAddresses,
  },
  {
    name: "oauthClientId",
    in: "credentials",
    label: { es: "OAuth 2: ID de cliente", en: "OAuth 2: client ID" },
    required: false,
  },
  {
    name: "oauthClientSecret",
    in: "credentials",
    label: { es: "OAuth 2: secreto de cliente", en: "OAuth 2: client secret" },
    required: false,
    boundTo: ["smtpHost", "smtpPort", "oauthTokenUrl"],
  },
  {
    name: "oauthRefreshToken",
    in: "credentials",
    label: { es: "OAuth 2: token de actualización", en: "OAuth 2: refresh token" },
    help: {
      es: "Solo Google. En Microsoft, la aplicación entra por sí misma.",
      en: "Google only. At Microsoft the application signs in by itself.",
    },
    required: false,
    boundTo: ["smtpHost", "smtpPort", "oauthTokenUrl"],
  },
];

/** How our mails look. */
export const writing: readonly Field[] = [
  {
    name: "senderName",
    in: "settings",
    label: { es: "Nombre del remitente", en: "Sender's name" },
    help: {
      es: "Lo que ve el cliente junto a la dirección.",
      en: "What customers see beside the address.",
    },
    required: false,
  },
  {
    name: "signature",
    in: "settings",
    label: { es: "Firma", en: "Signature" },
    help: {
      es: "Va bajo el nombre de quien escribe, al final de cada correo.",
      en: "Stands below the writer's name at the end of every mail.",
    },
    required: false,
    multiline: true,
  },
];
