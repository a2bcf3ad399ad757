import { texts } from "./texts.ts";

/** Words about what was written and not sent: kept on the device, or not, and left behind by whoever signs out. */
export const t = texts({
  es: {
    unkept:
      "Este navegador no deja guardar nada: lo que no se haya enviado se pierde al cerrar la pestaña.",
    staleWhy: "No alcanzó a enviarse y es de hace más de un día. ¿Todavía quieres enviarlo?",
    sendNow: "Enviar ahora",
    title: "¿Cerrar la sesión?",
    unsent: (n: number) =>
      n === 1 ? "Hay 1 mensaje que no se ha enviado." : `Hay ${n} mensajes que no se han enviado.`,
    unsentWhy: "Al cerrar la sesión se borra de este dispositivo lo que no se ha enviado.",
    still: "Todavía no se pudo enviar. Revisa tu conexión, o descártalo.",
    sendFirst: "Enviar y cerrar sesión",
    sending: "Enviando…",
    discard: "Descartar y cerrar sesión",
  },
  en: {
    unkept:
      "This browser does not let anything be kept: what has not been sent is lost when the tab closes.",
    staleWhy: "It was never sent, and is more than a day old. Do you still want to send it?",
    sendNow: "Send now",
    title: "Sign out?",
    unsent: (n) => (n === 1 ? "1 message has not been sent." : `${n} messages have not been sent.`),
    unsentWhy: "Signing out deletes from this device what has not been sent.",
    still: "It could not be sent yet. Check your connection, or discard it.",
    sendFirst: "Send and sign out",
    sending: "Sending…",
    discard: "Discard and sign out",
  },
});
