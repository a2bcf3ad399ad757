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
    count: (used: string, most: string, bytes: boolean) =>
      `${used} / ${most}${bytes ? " bytes" : ""}`,
    tooLong: (by: number, bytes: boolean) => `Sobran ${by} ${bytes ? "bytes" : "caracteres"}`,
    parts: (n: number) => (n === 1 ? "1 SMS" : `${n} SMS`),
    partsWhy: (parts: number, left: number, plain: boolean) =>
      `${parts === 1 ? "Un SMS" : `${parts} SMS`}, ${left} caracteres libres${plain ? "" : ". Los emojis y algunas tildes acortan cada SMS a 70"}`,
    dropHere: "Suelta los archivos aquí",
    remove: (name: string) => `Quitar ${name}`,
    uploading: (percent: string) => `Subiendo ${percent}`,
    notCarried: (name: string, channel: string) => `${channel} no admite archivos como ${name}.`,
    tooBig: (name: string, size: string, most: string) =>
      `${name} pesa ${size} y este canal admite hasta ${most}.`,
    tooMany: (most: number) =>
      most === 1
        ? "Este canal admite un archivo por mensaje."
        : `Este canal admite ${most} archivos por mensaje.`,
    noFiles: "Este canal no admite archivos.",
    emptyFile: (name: string) => `${name} está vacío.`,
    replyingTo: (name: string) => `Respuesta a ${name}`,
    stopReplying: "Dejar de citar",
    claimed: (name: string) => `${name} está respondiendo…`,
    claimedHint: "Si respondes a la vez, la persona recibirá dos respuestas.",
    takeOver: "Tomar el turno",
    late: (until: string) => `Puedes responder hasta ${until}.`,
    lateWhy: (channel: string) =>
      `El plazo normal terminó; ${channel} deja que responda una persona durante 7 días. Nada automático.`,
    subject: "Asunto",
    subjectNew: "Si lo dejas vacío, el comienzo del mensaje",
    more: "Enviar otra cosa",
    buttons: "Botones o lista",
    location: "Ubicación",
    contact: "Tarjeta de contacto",
    mention: "Mencionar a",
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
    count: (used, most, bytes) => `${used} / ${most}${bytes ? " bytes" : ""}`,
    tooLong: (by, bytes) => `${by} ${bytes ? "bytes" : "characters"} too many`,
    parts: (n) => (n === 1 ? "1 SMS" : `${n} SMS`),
    partsWhy: (parts, left, plain) =>
      `${parts === 1 ? "One SMS" : `${parts} SMS`}, ${left} characters free${plain ? "" : ". Emoji and some accents shorten each SMS to 70"}`,
    dropHere: "Drop the files here",
    remove: (name) => `Remove ${name}`,
    uploading: (percent) => `Uploading ${percent}`,
    notCarried: (name, channel) => `${channel} does not carry files such as ${name}.`,
    tooBig: (name, size, most) => `${name} has ${size}; this channel carries up to ${most}.`,
    tooMany: (most) =>
      most === 1
        ? "This channel carries one file a message."
        : `This channel carries ${most} files a message.`,
    noFiles: "This channel carries no files.",
    emptyFile: (name) => `${name} is empty.`,
    replyingTo: (name) => `Reply to ${name}`,
    stopReplying: "Stop quoting",
    claimed: (name) => `${name} is answering…`,
    claimedHint: "If you answer too, the person gets two answers.",
    takeOver: "Take over",
    late: (until) => `You can answer until ${until}.`,
    lateWhy: (channel) =>
      `The usual time is over; ${channel} lets a person answer for 7 days. Nothing automatic.`,
    subject: "Subject",
    subjectNew: "Left empty, how the message begins",
    more: "Send something else",
    buttons: "Buttons or list",
    location: "Location",
    contact: "Contact card",
    mention: "Mention",
  },
});
