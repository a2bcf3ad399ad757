import type { Words } from "@hilo/schema";

/** Stands in the place of a message that only X can show. */
export const encrypted: Words = {
  es: "Mensaje cifrado: léelo en X",
  en: "Encrypted message: read it in X",
};

/** What X's connection test finds, and what it tells of an account, beyond what any provider's may. */
export const words = {
  webhookInvalid: {
    es: "X dejó de confiar en la dirección. Regístrala de nuevo.",
    en: "X does not trust the address any more. Register it again.",
  },
  webhookUnknown: {
    es: "No se pudo saber si X avisa aquí. Revísalo en su portal.",
    en: "Whether X calls here could not be told. Look in its portal.",
  },
  revoked: {
    es: "La cuenta le quitó el permiso a la aplicación. Conéctala de nuevo.",
    en: "The account has withdrawn the app's access. Connect it again.",
  },
} as const satisfies Record<string, Words>;
