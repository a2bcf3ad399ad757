import type { Words } from "@hilo/schema";

/** What is found in a web chat's settings. */
export const words = {
  settings: {
    es: "Los ajustes se entienden.",
    en: "The settings can be read.",
  },
  hours: {
    es: "El horario no se entiende. Escríbelo como en el ejemplo.",
    en: "The opening hours cannot be read. Write them as in the example.",
  },
  origins: {
    es: "Los sitios permitidos no se entienden. Escríbelos como en el ejemplo.",
    en: "The sites allowed cannot be read. Write them as in the example.",
  },
  anySite: {
    es: "Cualquier sitio puede mostrar este chat. Escribe los tuyos para limitarlo.",
    en: "Any site can show this chat. Enter your own to limit it.",
  },
  noIdentity: {
    es: "Sin secreto de identidad, los clientes de tu sitio se ven como visitas anónimas.",
    en: "Without an identity secret, your site's customers look like anonymous visitors.",
  },
} as const satisfies Record<string, Words>;
