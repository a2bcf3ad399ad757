import type { Field } from "../adapter.ts";
import { graphVersion, readReceipts } from "../meta-fields.ts";
import { presetVersion } from "./graph.ts";

const required = true;
const digits = "\\d{5,25}";

const accessToken: Field = {
  name: "accessToken",
  in: "credentials",
  label: { es: "Token de acceso", en: "Access token" },
  help: {
    es: "De un usuario del sistema, sin vencimiento: en Meta Business Suite, Configuración → Usuarios del sistema → Generar token.",
    en: "Of a system user, without an expiry: in Meta Business Suite under Settings → System users → Generate token.",
  },
  required,
};

const secrets: readonly Field[] = [
  {
    name: "appSecret",
    in: "credentials",
    label: { es: "Clave secreta de la app", en: "App secret" },
    help: {
      es: "En developers.facebook.com, tu app → Configuración → Básica. Con ella firma Meta sus avisos.",
      en: "At developers.facebook.com, your app → Settings → Basic. Meta signs its webhooks with it.",
    },
    required,
  },
  {
    name: "verifyToken",
    in: "credentials",
    label: { es: "Token de verificación", en: "Verify token" },
    help: {
      es: "Una palabra tuya, larga y secreta: la misma se escribe en Meta junto a la dirección del webhook.",
      en: "A long, secret word of your own: the same is entered at Meta beside the webhook address.",
    },
    required,
    invented: true,
  },
  {
    name: "previousAppSecret",
    in: "credentials",
    label: { es: "Clave secreta anterior (opcional)", en: "Previous app secret (optional)" },
    help: {
      es: "Solo mientras cambias la clave: los avisos firmados con la anterior se siguen aceptando.",
      en: "Only while you change the secret: webhooks signed with the previous one are still accepted.",
    },
    required: false,
  },
];

function appId(isRequired: boolean): Field {
  return {
    name: "appId",
    in: "settings",
    label: { es: "Identificador de la app", en: "App ID" },
    help: {
      es: "En developers.facebook.com, arriba en tu app. Así Hilo distingue sus mensajes de los escritos en otro lugar, y sube a Meta los archivos de las plantillas.",
      en: "At developers.facebook.com, at the top of your app. By it Hilo tells its messages from those written elsewhere, and uploads the files of templates to Meta.",
    },
    required: isRequired,
    pattern: digits,
  };
}

const humanAgent: Field = {
  name: "humanAgent",
  in: "settings",
  label: {
    es: "Respuestas de una persona hasta 7 días después («Human Agent»)",
    en: "A person's answers up to 7 days later (“Human Agent”)",
  },
  help: {
    es: "Meta tiene que haber aprobado la función «Human Agent» de tu app.",
    en: "Meta has to have approved the “Human Agent” feature of your app.",
  },
  required: false,
  choices: ["on", "off"],
  preset: "on",
};

/** What Meta's channels take. */
export const fields = {
  whatsapp: [
    {
      name: "address",
      in: "address",
      label: { es: "Número", en: "Number" },
      help: {
        es: "Con código de país, como +56 9 1234 5678.",
        en: "With its country code, such as +56 9 1234 5678.",
      },
      required,
      pattern: "\\+[1-9]\\d{6,14}",
    },
    {
      name: "phoneNumberId",
      in: "settings",
      label: { es: "Identificador del número", en: "Phone number ID" },
      help: {
        es: "En tu app, WhatsApp → Configuración de la API; no es el número mismo.",
        en: "In your app under WhatsApp → API setup; it is not the number itself.",
      },
      required,
      pattern: digits,
    },
    {
      name: "accountId",
      in: "settings",
      label: {
        es: "Identificador de la cuenta de WhatsApp Business",
        en: "WhatsApp Business account ID",
      },
      help: {
        es: "En la misma página. Con él llegan las plantillas y los avisos de la cuenta.",
        en: "On the same page. By it templates and notices of the account arrive.",
      },
      required,
      pattern: digits,
    },
    accessToken,
    ...secrets,
    appId(false),
    readReceipts,
    graphVersion(presetVersion),
  ],
  messenger: [
    {
      name: "address",
      in: "address",
      label: { es: "Identificador de la página", en: "Page ID" },
      help: {
        es: "En Facebook, tu página → Información → Transparencia de la página.",
        en: "On Facebook, your page → About → Page transparency.",
      },
      required,
      pattern: digits,
    },
    { ...accessToken, label: { es: "Token de acceso de la página", en: "Page access token" } },
    ...secrets,
    appId(true),
    humanAgent,
    readReceipts,
    graphVersion(presetVersion),
  ],
  instagram: [
    {
      name: "address",
      in: "address",
      label: { es: "Identificador de la cuenta de Instagram", en: "Instagram account ID" },
      help: {
        es: "Un número que empieza con 1784, en tu app → Instagram → Configuración de la API.",
        en: "A number that begins with 1784, in your app → Instagram → API setup.",
      },
      required,
      pattern: digits,
    },
    {
      name: "pageId",
      in: "settings",
      label: { es: "Identificador de la página enlazada", en: "Linked page's ID" },
      help: {
        es: "Solo si el token viene de Facebook; déjalo vacío si viene del inicio de sesión de Instagram.",
        en: "Only when the token comes from Facebook; leave it empty when it comes from Instagram's login.",
      },
      required: false,
      pattern: digits,
    },
    accessToken,
    ...secrets,
    appId(true),
    humanAgent,
    readReceipts,
    graphVersion(presetVersion),
  ],
} as const satisfies Record<string, readonly Field[]>;
