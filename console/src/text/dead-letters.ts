import { texts } from "./texts.ts";

/** Words of what channels received and could not use. */
export const t = texts({
  es: {
    what: "Lo que el proveedor envió y Hilo no pudo usar. Nada se pierde: se guarda 90 días y puedes reprocesarlo.",
    none: "No hay nada sin procesar",
    noneWhy: "Todo lo que llegó por este canal se pudo usar.",
    failed: "No pudimos cargar lo que quedó sin procesar.",
    more: "Ver más",
    replay: "Reprocesar",
    replayAll: "Reprocesar todo",
    replaying: "Reprocesando…",
    progress: (n: string) => `${n} revisados…`,
    recorded: "Recuperado: ya está en su conversación.",
    duplicate: "Ya estaba registrado: no se contó otra vez.",
    ignored: "Ya no significa nada para la bandeja: se retiró.",
    unreadable: "Sigue sin poder usarse. Se conserva.",
    totals: (recorded: string, others: string, unreadable: string) =>
      `${recorded} recuperados, ${others} que ya estaban, ${unreadable} siguen sin poder usarse.`,
    open: "Ver",
    letter: "Aviso sin procesar",
    received: "Llegó",
    reason: "Motivo",
    type: "Tipo de contenido",
    times: (n: string) => `${n} iguales`,
    body: "Contenido",
    empty: "No trae contenido.",
    binary: "No es texto: se muestra en base64.",
    cut: "Era demasiado largo: se guardó el comienzo, y no se puede reprocesar.",
    delete: "Eliminar",
    deleteSure: "¿Eliminarlo para siempre?",
    deleteForEver: "Eliminar para siempre",
    deleted: "Eliminado.",
    whyStatus: "Estado de un mensaje que Hilo no envió",
    whyBody: "No se pudo leer el contenido",
    whySize: "Demasiado grande, o de una forma que no se puede guardar",
    whyAccount: "Es de una cuenta que no está conectada",
    whyCall: "Un aviso de una llamada que Hilo no conoce",
    whyPart: "Le falta lo que dice de qué trata",
    typeForm: "Formulario",
    typeText: "Texto",
    typeOther: "Otro",
    whyOther: "Un aviso que Hilo todavía no conoce",
  },
  en: {
    what: "What the provider sent and Hilo could not use. Nothing is lost: it is kept for 90 days, and you can replay it.",
    none: "There are no dead letters",
    noneWhy: "Everything that arrived on this channel could be used.",
    failed: "The dead letters could not be loaded.",
    more: "Show more",
    replay: "Replay",
    replayAll: "Replay all",
    replaying: "Replaying…",
    progress: (n) => `${n} looked at…`,
    recorded: "Recovered: it is in its conversation now.",
    duplicate: "It was recorded before: it does not count again.",
    ignored: "It means nothing to the inbox any more: it was taken away.",
    unreadable: "It still cannot be used. It is kept.",
    totals: (recorded, others, unreadable) =>
      `${recorded} recovered, ${others} known before, ${unreadable} still cannot be used.`,
    open: "View",
    letter: "Dead letter",
    received: "Arrived",
    reason: "Reason",
    type: "Content type",
    times: (n) => `${n} alike`,
    body: "Content",
    empty: "It has no content.",
    binary: "It is no text: it is shown in base64.",
    cut: "It was too long: its beginning was kept, and it cannot be replayed.",
    delete: "Delete",
    deleteSure: "Delete it for ever?",
    deleteForEver: "Delete for ever",
    deleted: "Deleted.",
    whyStatus: "A state of a message that Hilo did not send",
    whyBody: "The content could not be read",
    whySize: "Too large, or of a shape that cannot be kept",
    whyAccount: "It is for an account that is not connected",
    whyCall: "A report of a call that Hilo does not know",
    whyPart: "It lacks what says what it is about",
    typeForm: "Form",
    typeText: "Text",
    typeOther: "Other",
    whyOther: "An event that Hilo does not know yet",
  },
});

const whys: readonly [RegExp, () => string][] = [
  [/did not send/i, () => t.whyStatus],
  [/could not be read/i, () => t.whyBody],
  [/size or shape|too long/i, () => t.whySize],
  [/not connected/i, () => t.whyAccount],
  [/of a call that is not known/i, () => t.whyCall],
  [/without an? (name|address|id|kind)/i, () => t.whyPart],
];

/** What a reason says exactly, where it has no words of ours. */
export function saidOf(reason: string): string {
  return whys.some(([pattern]) => pattern.test(reason)) ? "" : reason;
}

/** A reason in words. */
export function whyOf(reason: string): string {
  return whys.find(([pattern]) => pattern.test(reason))?.[1]() ?? t.whyOther;
}

const types: readonly [RegExp, () => string][] = [
  [/json/i, () => "JSON"],
  [/xml/i, () => "XML"],
  [/form/i, () => t.typeForm],
  [/^text\//i, () => t.typeText],
];

/** A content type in words. */
export function contentWords(type: string): string {
  return types.find(([pattern]) => pattern.test(type))?.[1]() ?? t.typeOther;
}
