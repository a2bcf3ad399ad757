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
  opens: (when: string) => `Ahora no hay nadie en línea. Volvemos ${when}.`,
  onDay: (day: string, time: string, named: boolean) =>
    `${named ? `el ${day}` : day} a las ${time}`,
  hours: "Horario de atención",
  shut: "Cerrado",
  allDay: "Todo el día",
  today: "Hoy",
  yourTime: "En tu hora local.",
  answer: (names: string) => `Responde ${names}`,
  usually: (within: string) => `Solemos responder ${within}`,
  /** By how many minutes at most. */
  within: [
    [5, "en unos minutos"],
    [15, "en menos de 15 minutos"],
    [60, "en menos de una hora"],
    [240, "en unas horas"],
    [1440, "en un día"],
  ] as readonly (readonly [number, string])[],
  askAddress: "¿Dónde te respondemos si ya no estás aquí? Déjanos tu correo.",
  leaveAddress: "Guardar correo",
  noAddress: "Ahora no",
  addressLeft: (email: string) => `Si no ves la respuesta aquí, te la enviamos a ${email}.`,
  addressFailed: "No se pudo guardar. Inténtalo de nuevo.",
  byMail: "por correo",
  alsoByMail: "También por correo",
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
  opens: (when) => `Nobody is here right now. We are back ${when}.`,
  onDay: (day, time, named) => `${named ? `on ${day}` : day} at ${time}`,
  hours: "Opening hours",
  shut: "Closed",
  allDay: "All day",
  today: "Today",
  yourTime: "In your local time.",
  answer: (names) => `Answered by ${names}`,
  usually: (within) => `We usually answer ${within}`,
  within: [
    [5, "in a few minutes"],
    [15, "within 15 minutes"],
    [60, "within an hour"],
    [240, "in a few hours"],
    [1440, "within a day"],
  ],
  askAddress: "Where do we answer you when you have left? Leave us your e-mail.",
  leaveAddress: "Save e-mail",
  noAddress: "Not now",
  addressLeft: (email) => `If you do not see the answer here, we send it to ${email}.`,
  addressFailed: "It could not be saved. Try again.",
  byMail: "by e-mail",
  alsoByMail: "Also by e-mail",
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

/** A day and an hour as people say them: today, tomorrow, or by the day's name. */
export function dayAndHour(at: number, language: Language): string {
  const days = Math.round((midnight(at) - midnight(Date.now())) / 86_400_000);
  const near = days < 2;
  const day = near
    ? new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(days, "day")
    : weekday(at, language);
  return words[language].onDay(day, clock(at, language), !near);
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

export function weekday(at: number, language: Language): string {
  return format(at, language, { weekday: "long" });
}

export function clock(at: number, language: Language): string {
  return format(at, language, hour);
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
