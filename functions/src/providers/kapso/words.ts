import type { Words } from "@hilo/schema";

/** What Kapso's connection test finds, and what it tells of an account, beyond what any provider's may. */
export const words = {
  health: {
    es: "Kapso dice que el número no está del todo bien. Mira el detalle.",
    en: "Kapso says that something is wrong with the number. See the details.",
  },
  numberDeleted: {
    es: "El número se desconectó en Kapso. Conéctalo de nuevo.",
    en: "The number was disconnected at Kapso. Connect it again.",
  },
} as const satisfies Record<string, Words>;
