import type { Field } from "./adapter.ts";

/** Where Meta's API can tell customers that they were read, by whichever provider speaks it. */
export const readReceipts: Field = {
  name: "readReceipts",
  in: "settings",
  label: { es: "Mostrar al cliente que se leyó", en: "Show customers that they were read" },
  help: {
    es: "Cuando alguien del equipo abre la conversación.",
    en: "When somebody of the team opens the conversation.",
  },
  required: false,
  choices: ["on", "off"],
  preset: "on",
};

/** The version of the Graph API to call. */
export function graphVersion(preset: string): Field {
  return {
    name: "graphVersion",
    in: "settings",
    label: { es: "Versión de Graph API", en: "Graph API version" },
    required: false,
    pattern: "v\\d{1,3}\\.\\d",
    preset,
  };
}
