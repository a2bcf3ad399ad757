import { type Language, languages, type Words } from "@hilo/schema";
import type { Field } from "../adapter.ts";

/** What becomes of calls that Twilio asks us about. */
export const voiceFields: readonly Field[] = [
  {
    name: "forwardTo",
    in: "settings",
    label: { es: "Pasar llamadas a (opcional)", en: "Forward calls to (optional)" },
    help: {
      es: "Solo si Hilo contesta la pregunta de Twilio («A call comes in»). Con código de país.",
      en: "Only where Hilo answers Twilio's question (“A call comes in”). With its country code.",
    },
    required: false,
    pattern: "\\+[1-9]\\d{6,14}",
  },
  {
    name: "voiceMessage",
    in: "settings",
    label: { es: "Mensaje cuando nadie contesta", en: "Message when nobody answers" },
    required: false,
  },
  {
    name: "voiceLanguage",
    in: "settings",
    label: { es: "Idioma del mensaje", en: "Language of the message" },
    required: false,
    choices: [...languages],
    choiceWords: {
      es: { es: "Español", en: "Spanish" },
      en: { es: "Inglés", en: "English" },
    } satisfies Record<Language, Words>,
    preset: "es",
  },
  {
    name: "voicemail",
    in: "settings",
    label: { es: "Buzón de voz", en: "Voicemail" },
    help: {
      es: "Con «Sí», quien llama puede dejar un mensaje grabado de hasta 3 minutos.",
      en: "With “Yes” a caller can leave a recorded message of up to 3 minutes.",
    },
    required: false,
    choices: ["on", "off"],
    preset: "off",
  },
];
