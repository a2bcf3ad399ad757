import type { Words } from "@hilo/schema";

/** What Meta's connection test finds beyond what any provider's may. */
const found = {
  token: { es: "El token de acceso está vigente.", en: "The access token holds." },
  webhooks: {
    es: "Meta avisa a la dirección de este canal.",
    en: "Meta calls this channel's address.",
  },
  status: {
    es: "Meta dice que el número todavía no está listo.",
    en: "Meta says that the number is not ready yet.",
  },
  unverified: {
    es: "El número no está verificado. Verifícalo con Meta.",
    en: "The number is not verified. Verify it with Meta.",
  },
  quality: {
    es: "Muchas personas bloquearon o denunciaron este número: puede perder su límite de envío.",
    en: "Many people have blocked or reported this number: it may lose its sending limit.",
  },
  permission: {
    es: "Al token le falta un permiso. Crea otro que lo tenga.",
    en: "The token lacks a permission. Make another that has it.",
  },
  otherApp: {
    es: "El token es de otra aplicación que la escrita.",
    en: "The token is of another app than the one entered.",
  },
  tokenEnding: {
    es: "El token de acceso vence pronto. Crea otro y reemplázalo aquí.",
    en: "The access token ends soon. Make another and replace it here.",
  },
  notSubscribed: {
    es: "La aplicación no está suscrita a los mensajes de la cuenta. Suscríbela.",
    en: "The app is not subscribed to the account's messages. Subscribe it.",
  },
} as const satisfies Record<string, Words>;

const gone: Words = {
  es: "La cuenta se eliminó o se desconectó de la aplicación.",
  en: "The account was deleted, or disconnected from the app.",
};
const fell: Words = { es: "Bajó la calidad del número.", en: "The number's quality fell." };
const refused: Words = {
  es: "Meta rechazó el nombre o la revisión de la cuenta.",
  en: "Meta refused the name, or the account's review.",
};

/** What Meta tells of an account, by the name of its event. */
const told = {
  "policy:block": {
    es: "Meta bloqueó los mensajes de la página.",
    en: "Meta blocked the page from messaging.",
  },
  "policy:unblock": {
    es: "Meta dejó que la página vuelva a enviar.",
    en: "Meta lets the page send again.",
  },
  DISABLED_UPDATE: {
    es: "Meta desactivó la cuenta o cambió su bloqueo.",
    en: "Meta disabled the account, or changed its ban.",
  },
  ACCOUNT_RESTRICTION: {
    es: "Meta restringió la cuenta.",
    en: "Meta restricted the account.",
  },
  ACCOUNT_VIOLATION: {
    es: "Meta dice que la cuenta no cumplió sus políticas.",
    en: "Meta says that the account broke its policies.",
  },
  ACCOUNT_DELETED: gone,
  ACCOUNT_OFFBOARDED: gone,
  PARTNER_REMOVED: gone,
  PARTNER_APP_UNINSTALLED: gone,
  DOWNGRADE: fell,
  FLAGGED: fell,
  REJECTED: refused,
  DECLINED: refused,
} as const satisfies Record<string, Words>;

export const words = { ...found, ...told };
