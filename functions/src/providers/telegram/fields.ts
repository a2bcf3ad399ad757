import type { Field } from "../adapter.ts";

const telegram: readonly Field[] = [
  {
    name: "address",
    in: "address",
    label: { es: "Número del bot", en: "Bot number" },
    help: {
      es: "Lo que está antes de los dos puntos en el token.",
      en: "What stands before the colon in the token.",
    },
    required: true,
    pattern: "\\d{5,20}",
  },
  {
    name: "token",
    in: "credentials",
    label: { es: "Token", en: "Token" },
    help: {
      es: "BotFather lo entrega al crear el bot, o con /token.",
      en: "BotFather gives it when the bot is made, or by /token.",
    },
    required: true,
    pattern: "\\d{5,20}:[A-Za-z0-9_-]{10,}",
  },
  {
    name: "secretToken",
    in: "credentials",
    label: { es: "Secreto del webhook", en: "Webhook secret" },
    help: {
      es: "Inventado por ti, de 16 o más letras y números: el mismo con que se registra la dirección en Telegram.",
      en: "Of your own making, 16 or more letters and digits: the same with which the address is registered at Telegram.",
    },
    required: true,
    invented: true,
    pattern: "[A-Za-z0-9_-]{16,256}",
  },
  {
    name: "previousSecretToken",
    in: "credentials",
    label: { es: "Secreto anterior (opcional)", en: "Previous secret (optional)" },
    help: {
      es: "Se sigue aceptando mientras cambias el secreto.",
      en: "Still accepted while you change the secret.",
    },
    required: false,
    pattern: "[A-Za-z0-9_-]{16,256}",
  },
  {
    name: "username",
    in: "settings",
    label: { es: "Nombre de usuario (opcional)", en: "User name (optional)" },
    help: {
      es: "Sin la arroba; termina en «bot».",
      en: "Without the at sign; it ends in “bot”.",
    },
    required: false,
    pattern: "[A-Za-z0-9_]{5,32}",
  },
];

/** What a Telegram channel takes. */
export const fields = { telegram };
