import { texts } from "./texts.ts";

/** What providers told of an account, by the notice's code. */
const t = texts({
  es: {
    revoked: "La cuenta le quitó el permiso a la aplicación. Conéctala de nuevo.",
    numberDeleted: "El número se desconectó en el proveedor. Conéctalo de nuevo.",
    connected: "Una cuenta de empresa conectó el bot.",
    disconnected: "Una cuenta de empresa desconectó el bot.",
    readOnly: "Una cuenta de empresa conectó el bot sin permiso para responder.",
    bounce: "Volvió un correo que no se reconoce como enviado desde Hilo.",
    complaint: "Alguien denunció un correo de esta dirección como no deseado.",
    blocked: "Meta bloqueó los mensajes de la página.",
    unblocked: "Meta dejó que la página vuelva a enviar.",
    disabled: "Meta desactivó la cuenta o cambió su bloqueo.",
    restricted: "Meta restringió la cuenta.",
    violation: "Meta dice que la cuenta no cumplió sus políticas.",
    gone: "La cuenta se eliminó o se desconectó de la aplicación.",
    quality: "Bajó la calidad del número.",
    name: "Meta rechazó el nombre o la revisión de la cuenta.",
  },
  en: {
    revoked: "The account has withdrawn the app's access. Connect it again.",
    numberDeleted: "The number was disconnected at the provider. Connect it again.",
    connected: "A business account connected the bot.",
    disconnected: "A business account disconnected the bot.",
    readOnly: "A business account connected the bot without the right to reply.",
    bounce: "A mail came back that is not known as sent by Hilo.",
    complaint: "Somebody reported a mail of this address as unwanted.",
    blocked: "Meta blocked the page from messaging.",
    unblocked: "Meta lets the page send again.",
    disabled: "Meta disabled the account, or changed its ban.",
    restricted: "Meta restricted the account.",
    violation: "Meta says that the account broke its policies.",
    gone: "The account was deleted, or disconnected from the app.",
    quality: "The number's quality fell.",
    name: "Meta refused the name, or the account's review.",
  },
});

const words: ReadonlyMap<string, () => string> = new Map([
  ["revoked", () => t.revoked],
  ["numberDeleted", () => t.numberDeleted],
  ["business.connected", () => t.connected],
  ["business.disconnected", () => t.disconnected],
  ["business.readOnly", () => t.readOnly],
  ["bounce", () => t.bounce],
  ["complaint", () => t.complaint],
  ["policy:block", () => t.blocked],
  ["policy:unblock", () => t.unblocked],
  ["DISABLED_UPDATE", () => t.disabled],
  ["ACCOUNT_RESTRICTION", () => t.restricted],
  ["ACCOUNT_VIOLATION", () => t.violation],
  ["ACCOUNT_DELETED", () => t.gone],
  ["ACCOUNT_OFFBOARDED", () => t.gone],
  ["PARTNER_REMOVED", () => t.gone],
  ["PARTNER_APP_UNINSTALLED", () => t.gone],
  ["DOWNGRADE", () => t.quality],
  ["FLAGGED", () => t.quality],
  ["REJECTED", () => t.name],
  ["DECLINED", () => t.name],
]);

/** A notice in words; undefined where only the provider's own do. */
export function noticeWords(code: string): string | undefined {
  return words.get(code)?.();
}
