import type { Field } from "../adapter.ts";

const keys = {
  es: "En el portal de desarrolladores, «Keys and tokens» de la app.",
  en: "In the developer portal, the app's “Keys and tokens”.",
};

function secret(
  name: string,
  es: string,
  en: string,
  required: boolean,
  help: Field["help"],
): Field {
  return {
    name,
    in: "credentials",
    label: { es, en },
    ...(help ? { help } : {}),
    required,
  };
}

const x: readonly Field[] = [
  {
    name: "address",
    in: "address",
    label: { es: "Número de la cuenta", en: "Account id" },
    help: {
      es: "El id numérico de la cuenta de X, no su nombre de usuario.",
      en: "The numeric id of the X account, not its user name.",
    },
    required: true,
    pattern: "\\d{1,20}",
  },
  secret("consumerSecret", "API Key Secret", "API Key Secret", true, {
    es: "Con él firma X sus avisos.",
    en: "X signs its webhooks with it.",
  }),
  secret("consumerKey", "API Key", "API Key", false, keys),
  secret("accessToken", "Access Token", "Access Token", true, {
    es: "De la cuenta que atiende, con permiso de leer y escribir mensajes directos.",
    en: "Of the account that answers, with the right to read and write direct messages.",
  }),
  secret("accessTokenSecret", "Access Token Secret", "Access Token Secret", false, {
    es: "Con él y el API Key el acceso no vence; sin ellos dura dos horas.",
    en: "With it and the API Key access does not run out; without them it lasts two hours.",
  }),
  secret("bearerToken", "Bearer Token (opcional)", "Bearer Token (optional)", false, {
    es: "De la app: la prueba de conexión mira con él si el webhook está vigente.",
    en: "Of the app: the connection test looks with it whether the webhook is valid.",
  }),
  {
    name: "username",
    in: "settings",
    label: { es: "Nombre de usuario (opcional)", en: "User name (optional)" },
    required: false,
    pattern: "[A-Za-z0-9_]{1,15}",
  },
  {
    name: "appId",
    in: "settings",
    label: { es: "App ID", en: "App ID" },
    help: {
      es: "En console.x.com, el número junto al nombre de la app. Distingue lo que envía Hilo de lo que la cuenta escribe en X.",
      en: "At console.x.com, the number beside the app's name. It tells what Hilo sends from what the account writes in X.",
    },
    required: true,
    pattern: "\\d{1,20}",
  },
];

/** What an X channel takes. */
export const fields = { x };
