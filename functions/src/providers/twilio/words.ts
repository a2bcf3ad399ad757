import type { Words } from "@hilo/schema";

/** What Twilio's connection test finds beyond what any provider's may. */
export const words = {
  apiKeyWorks: {
    es: "La clave de API funciona.",
    en: "The API key works.",
  },
  apiKey: {
    es: "La clave de API no funciona. Crea otra, o quítala para usar el token principal.",
    en: "The API key does not work. Make another, or remove it to use the main token.",
  },
  suspended: {
    es: "La cuenta está suspendida. Resuélvelo en la consola de Twilio.",
    en: "The account is suspended. Settle it in Twilio's console.",
  },
  trial: {
    es: "Es una cuenta de prueba: solo llega a números verificados.",
    en: "It is a trial account: it reaches verified numbers only.",
  },
  numberNotOwned: {
    es: "Ese número no es de esta cuenta. Revisa el número o usa la cuenta que lo tiene.",
    en: "That number is not of this account. Check the number, or use the account that has it.",
  },
  numberCannot: {
    es: "El número no sirve para este canal. Elige otro o actívalo en Twilio.",
    en: "The number does not do for this channel. Choose another, or enable it at Twilio.",
  },
  senderOffline: {
    es: "El remitente no está en línea. Termina su registro en Twilio.",
    en: "The sender is not online. Finish its registration at Twilio.",
  },
  noWebhook: {
    es: "Twilio no tiene ninguna dirección. Pega allí la del webhook.",
    en: "Twilio has no address to call. Paste the webhook's there.",
  },
} as const satisfies Record<string, Words>;
