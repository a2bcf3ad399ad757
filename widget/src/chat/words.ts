import type { Language } from "../protocol.ts";

const es = {
  chat: "Chat",
  close: "Cerrar el chat",
  thread: "Conversación",
  write: "Escribe un mensaje",
  send: "Enviar",
  attach: "Adjuntar archivos",
  remove: (name: string) => `Quitar ${name}`,
  sending: "Enviando",
  progress: (percent: number) => `Subiendo: ${percent} %`,
  failed: "No se envió.",
  tooLarge: "El archivo es demasiado grande.",
  wrongType: "Este tipo de archivo no se puede enviar.",
  dangerous: "Este archivo puede hacer daño al abrirlo: no se envía.",
  empty: "El archivo está vacío.",
  retry: "Reintentar",
  discard: "Descartar",
  offline: "Sin conexión. Tus mensajes se enviarán cuando vuelva.",
  starting: "Abriendo el chat",
  startFailed: "No pudimos abrir el chat.",
  refused: "Este chat no está disponible en este sitio.",
  again: "Intentar de nuevo",
  name: "Tu nombre",
  email: "Tu correo",
  message: "Tu mensaje",
  begin: "Comenzar",
  leave: "Dejar mensaje",
  introduction: "Antes de empezar, cuéntanos quién eres.",
  closed: "Ahora no hay nadie en línea. Déjanos tu mensaje y te respondemos.",
  opens: (when: string) => `Ahora no hay nadie en línea. Volvemos el ${when}.`,
  file: "Archivo",
  fileComing: "Archivo en camino",
  fileGone: "Archivo no disponible",
  picture: (name: string) => `Abrir la imagen ${name}`,
  place: "Ver en el mapa",
  deleted: "Mensaje eliminado",
  unsupported: "Mensaje de un tipo que el chat no muestra",
  you: "Tú",
  tooMany: (most: number) => `Se pueden enviar ${most} archivos por mensaje.`,
};

const en: typeof es = {
  chat: "Chat",
  close: "Close the chat",
  thread: "Conversation",
  write: "Write a message",
  send: "Send",
  attach: "Attach files",
  remove: (name) => `Remove ${name}`,
  sending: "Sending",
  progress: (percent) => `Uploading: ${percent}%`,
  failed: "It was not sent.",
  tooLarge: "The file is too large.",
  wrongType: "Files of this type cannot be sent.",
  dangerous: "This file may do harm when opened: it is not sent.",
  empty: "The file is empty.",
  retry: "Try again",
  discard: "Discard",
  offline: "No connection. Your messages will be sent when it is back.",
  starting: "Opening the chat",
  startFailed: "The chat could not be opened.",
  refused: "This chat is not available on this site.",
  again: "Try again",
  name: "Your name",
  email: "Your e-mail",
  message: "Your message",
  begin: "Begin",
  leave: "Leave a message",
  introduction: "Before we begin, tell us who you are.",
  closed: "Nobody is here right now. Leave a message and we will answer.",
  opens: (when) => `Nobody is here right now. We are back on ${when}.`,
  file: "File",
  fileComing: "File on its way",
  fileGone: "File not available",
  picture: (name) => `Open the picture ${name}`,
  place: "Show on the map",
  deleted: "Deleted message",
  unsupported: "A message of a kind that the chat does not show",
  you: "You",
  tooMany: (most) => `A message takes ${most} files.`,
};

export type Words = typeof es;

export const words: Record<Language, Words> = { es, en };

/** As the console says it: who answers and who asks speak of the same time. */
const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** A day and an hour as people say them. */
export function dayAndHour(at: number, language: Language): string {
  return format(at, language, { weekday: "long", ...hour });
}

/** The hour of today, with the day before it otherwise. */
export function shortTime(at: number, language: Language): string {
  const today = new Date(at).toDateString() === new Date().toDateString();
  return format(at, language, today ? hour : { day: "numeric", month: "short", ...hour });
}

function format(at: number, language: Language, options: Intl.DateTimeFormatOptions): string {
  const locale = navigator.languages.find((one) => one.startsWith(language)) ?? language;
  return new Intl.DateTimeFormat(locale, options).format(at);
}
