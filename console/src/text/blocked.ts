import { texts } from "./texts.ts";

/** Words for what keeps from answering, and what to do instead. */
export const t = texts({
  es: {
    closedTitle: "El plazo para responder terminó",
    closedWhy: (channel: string, hours: number) =>
      `${channel} permite escribir libremente solo ${hours} horas después del último mensaje de la persona.`,
    neverOpened: (channel: string) =>
      `En ${channel} puedes escribir libremente solo después de que la persona te escriba.`,
    doTemplate: "Retómala con una plantilla aprobada, o espera a que la persona vuelva a escribir.",
    doWait: "Espera: cuando vuelva a escribir, el plazo se abre de nuevo.",
    doAnother: "Enviar otra plantilla",
    waitingTitle: "Esperamos su respuesta",
    doNote: "Dejar una nota al equipo",
    doOther: (channel: string) => `Escribir por ${channel}`,
    optedOutTitle: "Pidió no recibir más mensajes",
    optedOutWhy: (channel: string) =>
      `No se le puede escribir por ${channel}: lo pidió o bloqueó el canal. Podrás responder cuando vuelva a escribir, mande START o lo desbloquee.`,
    disabledTitle: "Este canal está desactivado",
    disabledWhy: "Administración lo desactivó. Puedes dejar notas y leer todo.",
    readOnlyTitle: "Por aquí solo se registra",
    readOnlyWhy: "Las llamadas quedan en el hilo, pero aquí no se puede escribir. Usa otro canal.",
    cannotSendTitle: "Todavía no se puede enviar por este canal",
    cannotSendWhy: (channel: string) =>
      `Hilo recibe ${channel}, pero aún no envía por ahí. Puedes dejar notas al equipo.`,
  },
  en: {
    closedTitle: "The time to answer is over",
    closedWhy: (channel, hours) =>
      `${channel} lets you write freely only for ${hours} hours after the person's last message.`,
    neverOpened: (channel) =>
      `On ${channel} you can write freely only after the person has written to you.`,
    doTemplate: "Take it up again with an approved template, or wait until the person writes.",
    doWait: "Wait: when they write again, the time starts anew.",
    doAnother: "Send another template",
    waitingTitle: "Waiting for their answer",
    doNote: "Leave a note for the team",
    doOther: (channel) => `Write on ${channel}`,
    optedOutTitle: "They asked for no more messages",
    optedOutWhy: (channel) =>
      `You cannot write to them on ${channel}: they asked for it or blocked the channel. You can answer once they write again, send START or unblock it.`,
    disabledTitle: "This channel is disabled",
    disabledWhy: "An administrator disabled it. You can leave notes and read everything.",
    readOnlyTitle: "Only a record is kept here",
    readOnlyWhy:
      "Calls are kept in the thread, but nothing can be written here. Use another channel.",
    cannotSendTitle: "This channel cannot send yet",
    cannotSendWhy: (channel) =>
      `Hilo receives ${channel}, but does not send there yet. You can leave notes for the team.`,
  },
});
