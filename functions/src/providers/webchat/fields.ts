import { type Language, languages, type Words } from "@hilo/schema";
import type { Field } from "../adapter.ts";

const greetings: Record<Language, Words> = {
  es: { es: "Saludo en español", en: "Greeting in Spanish" },
  en: { es: "Saludo en inglés", en: "Greeting in English" },
};

/** What connecting a web chat takes. */
const webchat: readonly Field[] = [
  {
    name: "address",
    in: "address",
    label: { es: "Clave del sitio", en: "Site key" },
    help: {
      es: "Un nombre que eliges tú; va en la etiqueta que pegas en tu sitio.",
      en: "A name of your own choice; it stands in the tag that you paste into your site.",
    },
    required: true,
    pattern: "[A-Za-z0-9_-]{3,100}",
  },
  {
    name: "identitySecret",
    in: "credentials",
    label: { es: "Secreto de identidad", en: "Identity secret" },
    help: {
      es: "Con él el servidor de tu sitio firma quién es cada cliente (un JWT, HS256). Nunca va en una página.",
      en: "Your site's server signs with it who each customer is (a JWT, HS256). It never goes into a page.",
    },
    required: false,
    invented: true,
    pattern: ".{16,200}",
  },
  setting("origins", false, {
    label: { es: "Sitios permitidos", en: "Sites allowed" },
    help: {
      es: "Separados por comas, como https://www.tienda.cl; vacío: cualquiera.",
      en: "Separated by commas, such as https://www.shop.com; empty: any.",
    },
  }),
  setting("title", false, {
    label: { es: "Nombre que ve el visitante", en: "Name that visitors see" },
  }),
  setting("color", false, {
    label: { es: "Color de la marca", en: "Brand colour" },
    help: { es: "Como #1FAF54.", en: "Such as #1FAF54." },
    pattern: "#[0-9a-fA-F]{6}",
  }),
  ...languages.map((one) => setting(greetingIn(one), false, { label: greetings[one] })),
  setting("form", false, {
    label: { es: "Preguntar antes de empezar", en: "Ask before beginning" },
    choices: ["", "name", "email", "name,email"],
    choiceWords: {
      "": { es: "Nada", en: "Nothing" },
      name: { es: "El nombre", en: "The name" },
      email: { es: "El correo", en: "The e-mail address" },
      "name,email": { es: "El nombre y el correo", en: "The name and the e-mail address" },
    },
  }),
  setting("hours", false, {
    label: { es: "Horario de atención", en: "Opening hours" },
    help: {
      es: "Como lun-vie 09:00-18:00; sáb 10:00-14:00, en la hora del espacio de trabajo; vacío: siempre.",
      en: "Such as mon-fri 09:00-18:00; sat 10:00-14:00, in the workspace's time; empty: always.",
    },
  }),
  setting("mailAfter", false, {
    label: { es: "Seguir por correo", en: "Go on by e-mail" },
    help: {
      es: "Si el visitante no ve una respuesta en este tiempo y se conoce su correo, se le envía ahí.",
      en: "What a visitor has not seen after this time is mailed to them, if their address is known.",
    },
    preset: "5",
    choices: ["off", "2", "5", "15", "30", "60"],
    choiceWords: {
      off: { es: "No", en: "No" },
      "2": { es: "A los 2 minutos", en: "After 2 minutes" },
      "5": { es: "A los 5 minutos", en: "After 5 minutes" },
      "15": { es: "A los 15 minutos", en: "After 15 minutes" },
      "30": { es: "A la media hora", en: "After half an hour" },
      "60": { es: "A la hora", en: "After an hour" },
    },
  }),
  setting("mailChannel", false, {
    label: { es: "Canal de correo", en: "E-mail channel" },
    help: {
      es: "Por dónde salen esos correos y llegan sus respuestas.",
      en: "By which those mails go out and their answers come in.",
    },
    channelOf: "email",
    choiceWords: { "": { es: "El único que haya", en: "The only one there is" } },
    pattern: "[a-z0-9][a-z0-9-]{0,62}",
  }),
];

function setting(
  name: string,
  required: boolean,
  rest: Omit<Field, "name" | "in" | "required">,
): Field {
  return { name, in: "settings", required, ...rest };
}

/** The setting that holds what the chat says first in a language: greetingEs. */
export function greetingIn(language: Language): string {
  return `greeting${language.charAt(0).toUpperCase()}${language.slice(1)}`;
}

export const fields = { webchat };
