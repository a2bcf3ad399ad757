import { texts } from "./texts.ts";

/** Why a file of a message is not there to be opened, and what can be done about it. */
export const t = texts({
  es: {
    program: "Retenido: es un programa y se ejecutaría al abrirlo",
    script: "Retenido: es un script y se ejecutaría al abrirlo",
    macros: "Retenido: trae macros, que pueden actuar al abrirlo",
    page: "Retenido: es una página que actúa al abrirla o que se hace pasar por otra cosa",
    shortcut: "Retenido: es un acceso directo que lleva a otra parte",
    disk: "Retenido: es un disco que puede traer programas",
    empty: "El archivo llegó vacío (0 bytes)",
    tooLarge: "Es demasiado grande para guardarlo",
    missing: "El proveedor ya no tiene el archivo",
    refused: "El proveedor no permitió descargarlo",
    unreachable: "No se pudo descargar: el proveedor no respondió",
    wrongType: "No lo guardamos por seguridad",
    other: "El archivo no está disponible",
    askAdmin: "Una persona con rol de administración puede guardarlo.",
    saveAnyway: "Guardar de todos modos",
    saveTitle: "¿Guardar este archivo?",
    danger: (name: string) =>
      `«${name}» puede dañar este equipo o robar datos si se abre. Guárdalo solo si sabes quién lo envió y para qué.`,
    saved: "Queda en el registro quién lo guardó.",
    fetchAgain: "Descargar otra vez",
    asked: "Descargando…",
  },
  en: {
    program: "Held back: it is a program and would run when opened",
    script: "Held back: it is a script and would run when opened",
    macros: "Held back: it brings macros, which may act when it is opened",
    page: "Held back: it is a page that acts when opened, or that goes by another name",
    shortcut: "Held back: it is a shortcut that leads elsewhere",
    disk: "Held back: it is a disk that may bring programs",
    empty: "The file arrived empty (0 bytes)",
    tooLarge: "It is too large to be kept",
    missing: "The provider does not have the file any more",
    refused: "The provider did not allow us to fetch it",
    unreachable: "It could not be fetched: the provider did not answer",
    wrongType: "Not kept, for safety",
    other: "The file is not available",
    askAdmin: "Somebody with the administrator role can save it.",
    saveAnyway: "Save it anyway",
    saveTitle: "Save this file?",
    danger: (name) =>
      `“${name}” may harm this computer or steal data when it is opened. Save it only if you know who sent it and what for.`,
    saved: "The log keeps who saved it.",
    fetchAgain: "Fetch it again",
    asked: "Fetching…",
  },
});

/** Why, by the reason that the message keeps; reasons of old and of others have a word, too. */
export function whyLost(reason = "other"): string {
  const why = Object.hasOwn(t, reason) ? t[reason as keyof typeof t] : t.other;
  return typeof why === "string" ? why : t.other;
}
