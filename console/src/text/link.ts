import { texts } from "./texts.ts";

/** What is asked before a link of a mail is followed. */
export const t = texts({
  es: {
    title: "Abrir un enlace",
    leadsTo: "Este enlace del correo lleva a:",
    follow: "Abrir",
  },
  en: {
    title: "Open a link",
    leadsTo: "This link in the mail leads to:",
    follow: "Open",
  },
});
