import { texts } from "./texts.ts";

/** What is said of a message that did not go out, and done about it. */
export const t = texts({
  es: {
    unknownWhy:
      "No sabemos si llegó. Antes de enviarlo de nuevo, confirma con la persona: podría recibirlo dos veces.",
    sendAgain: "Enviar otra vez",
    retried: "Se envió de nuevo",
  },
  en: {
    unknownWhy:
      "We don't know whether it arrived. Ask the person before sending it again: they might get it twice.",
    sendAgain: "Send again",
    retried: "Sent again",
  },
});
