import type { Words } from "@hilo/schema";

/** What Telegram's connection test finds, and what it tells of a bot, beyond what any provider's may. */
export const words = {
  webhookError: {
    es: "El último aviso de Telegram no llegó bien. Prueba escribiendo un mensaje.",
    en: "Telegram's last call went wrong. Try by writing a message.",
  },
  webhookKinds: {
    es: "Telegram no avisa de todo lo que Hilo entiende. Registra de nuevo el webhook.",
    en: "Telegram does not tell of all that Hilo understands. Register the webhook again.",
  },
  webhookPending: {
    es: "Telegram tiene avisos en espera. Suelen llegar en unos minutos.",
    en: "Telegram has events waiting. They usually arrive in some minutes.",
  },
  webhookSecret: {
    es: "Telegram envía otro secreto que el guardado. Escribe el mismo en ambos lados.",
    en: "Telegram sends another secret than the saved one. Write the same on both sides.",
  },
  "business.connected": {
    es: "Una cuenta de empresa conectó el bot.",
    en: "A business account connected the bot.",
  },
  "business.disconnected": {
    es: "Una cuenta de empresa desconectó el bot.",
    en: "A business account disconnected the bot.",
  },
  "business.readOnly": {
    es: "Una cuenta de empresa conectó el bot sin permiso para responder.",
    en: "A business account connected the bot without the right to reply.",
  },
} as const satisfies Record<string, Words>;
