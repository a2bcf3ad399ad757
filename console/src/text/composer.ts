import { texts } from "./texts.ts";

/** Words of the composer: writing, files, the reply window, and what keeps one from answering. */
export const t = texts({
  es: {
    composer: "Escribir",
    reply: "Responder",
    note: "Nota",
    replyPlaceholder: "Escribe una respuesta",
    notePlaceholder: "Escribe una nota para el equipo. Menciona con @",
    draft: "Borrador",
    send: "Enviar",
    addNote: "Guardar nota",
    attach: "Adjuntar archivo",
    emoji: "Emojis",
    emojiPick: "Elegir un emoji",
    left: (time: string) => `quedan ${time}`,
    leftLong: (time: string) => `Quedan ${time} para responder`,
    count: (used: string, most: string) => `${used} / ${most}`,
    tooLong: (by: number) => `Sobran ${by} caracteres`,
    parts: (n: number) => (n === 1 ? "1 SMS" : `${n} SMS`),
    partsWhy: (parts: number, left: number, plain: boolean) =>
      `${parts === 1 ? "Un SMS" : `${parts} SMS`}, ${left} caracteres libres${plain ? "" : ". Los emojis y algunas tildes acortan cada SMS a 70"}`,
    dropHere: "Suelta los archivos aquí",
    remove: (name: string) => `Quitar ${name}`,
    uploading: (percent: string) => `Subiendo ${percent}`,
    uploadFailed: "No se pudo subir",
    notCarried: (name: string, channel: string) => `${channel} no admite archivos como ${name}.`,
    tooBig: (name: string, size: string, most: string) =>
      `${name} pesa ${size} y este canal admite hasta ${most}.`,
    tooMany: (most: number) =>
      most === 1
        ? "Este canal admite un archivo por mensaje."
        : `Este canal admite ${most} archivos por mensaje.`,
    noFiles: "Este canal no admite archivos.",
    emptyFile: (name: string) => `${name} está vacío.`,
    noCaption: "Este canal no admite texto junto a un archivo: envíalos por separado.",
    replyingTo: (name: string) => `Respuesta a ${name}`,
    stopReplying: "Dejar de citar",
    claimed: (name: string) => `${name} está respondiendo…`,
    claimedHint: "Si respondes a la vez, la persona recibirá dos respuestas.",
    takeOver: "Tomar el turno",
    closedTitle: "El plazo para responder terminó",
    closedWhy: (channel: string, hours: number) =>
      `${channel} permite escribir libremente solo ${hours} horas después del último mensaje de la persona.`,
    neverOpened: (channel: string) =>
      `En ${channel} puedes escribir libremente solo después de que la persona te escriba.`,
    closedDo: "Qué puedes hacer",
    doTemplate: "Retómala con una plantilla aprobada, o espera a que la persona vuelva a escribir.",
    doWait: "Espera: cuando vuelva a escribir, el plazo se abre de nuevo.",
    doNote: "Dejar una nota al equipo",
    doOther: (channel: string) => `Escribir por ${channel}`,
    optedOutTitle: "Pidió no recibir más mensajes",
    optedOutWhy: (channel: string) =>
      `No se le puede escribir por ${channel}. Si vuelve a escribir o envía START, podrás responder.`,
    disabledTitle: "Este canal está desactivado",
    disabledWhy: "Administración lo desactivó. Puedes dejar notas y leer todo.",
    cannotSendTitle: "Todavía no se puede enviar por este canal",
    cannotSendWhy: (channel: string) =>
      `Hilo recibe ${channel}, pero aún no envía por ahí. Puedes dejar notas al equipo.`,
    mention: "Mencionar a",
    sentNote: "Nota guardada",
    conversation: "Ver la conversación",
  },
  en: {
    composer: "Write",
    reply: "Reply",
    note: "Note",
    replyPlaceholder: "Write a reply",
    notePlaceholder: "Write a note for the team. Mention with @",
    draft: "Draft",
    send: "Send",
    addNote: "Save note",
    attach: "Attach a file",
    emoji: "Emoji",
    emojiPick: "Choose an emoji",
    left: (time) => `${time} left`,
    leftLong: (time) => `${time} left to answer`,
    count: (used, most) => `${used} / ${most}`,
    tooLong: (by) => `${by} characters too many`,
    parts: (n) => (n === 1 ? "1 SMS" : `${n} SMS`),
    partsWhy: (parts, left, plain) =>
      `${parts === 1 ? "One SMS" : `${parts} SMS`}, ${left} characters free${plain ? "" : ". Emoji and some accents shorten each SMS to 70"}`,
    dropHere: "Drop the files here",
    remove: (name) => `Remove ${name}`,
    uploading: (percent) => `Uploading ${percent}`,
    uploadFailed: "It could not be uploaded",
    notCarried: (name, channel) => `${channel} does not carry files such as ${name}.`,
    tooBig: (name, size, most) => `${name} has ${size}; this channel carries up to ${most}.`,
    tooMany: (most) =>
      most === 1
        ? "This channel carries one file a message."
        : `This channel carries ${most} files a message.`,
    noFiles: "This channel carries no files.",
    emptyFile: (name) => `${name} is empty.`,
    noCaption: "This channel carries no text beside a file: send them one by one.",
    replyingTo: (name) => `Reply to ${name}`,
    stopReplying: "Stop quoting",
    claimed: (name) => `${name} is answering…`,
    claimedHint: "If you answer too, the person gets two answers.",
    takeOver: "Take over",
    closedTitle: "The time to answer is over",
    closedWhy: (channel, hours) =>
      `${channel} lets you write freely only for ${hours} hours after the person's last message.`,
    neverOpened: (channel) =>
      `On ${channel} you can write freely only after the person has written to you.`,
    closedDo: "What you can do",
    doTemplate: "Take it up again with an approved template, or wait until the person writes.",
    doWait: "Wait: when they write again, the time starts anew.",
    doNote: "Leave a note for the team",
    doOther: (channel) => `Write on ${channel}`,
    optedOutTitle: "They asked for no more messages",
    optedOutWhy: (channel) =>
      `You cannot write to them on ${channel}. If they write again or send START, you can answer.`,
    disabledTitle: "This channel is disabled",
    disabledWhy: "An administrator disabled it. You can leave notes and read everything.",
    cannotSendTitle: "This channel cannot send yet",
    cannotSendWhy: (channel) =>
      `Hilo receives ${channel}, but does not send there yet. You can leave notes for the team.`,
    mention: "Mention",
    sentNote: "Note saved",
    conversation: "See the conversation",
  },
});
