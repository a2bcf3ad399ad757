import type { Operation, Outcome } from "@hilo/schema";
import { texts } from "./texts.ts";

/** Words of what takes long: its toast, its row, its end. */
export const t = texts({
  es: {
    title: "Tareas en curso",
    none: "Aquí verás lo que tarda: importaciones, exportaciones y cambios de muchos a la vez.",
    failed: "No pudimos cargar las tareas.",
    migrate: "Puesta al día de los datos",
    other: "Tarea",
    begun: (name: string) => `${name}: en curso. Síguela en el menú de tu cuenta.`,
    listing: "Preparando…",
    progress: (done: string, total: string) => `${done} de ${total}`,
    undoing: (done: string, total: string) => `Deshaciendo: ${done} de ${total}`,
    done: "Terminada",
    undone: "Deshecha",
    stopped: "Se detuvo",
    toastDone: (name: string, what: string) => `${name}: terminada. ${what}`,
    toastUndone: (name: string) => `${name}: deshecha.`,
    toastStopped: (name: string) => `${name}: se detuvo. Mira por qué en el menú de tu cuenta.`,
    create: (n: number) => (n === 1 ? "1 creado" : `${n} creados`),
    update: (n: number) => (n === 1 ? "1 cambiado" : `${n} cambiados`),
    same: (n: number) => (n === 1 ? "1 ya estaba así" : `${n} ya estaban así`),
    skip: (n: number) => (n === 1 ? "1 omitido" : `${n} omitidos`),
    refuse: (n: number) => (n === 1 ? "1 rechazado" : `${n} rechazados`),
    restored: (n: number) => (n === 1 ? "1 devuelto" : `${n} devueltos`),
    kept: (n: number) =>
      n === 1
        ? "1 se quedó: alguien lo cambió después"
        : `${n} se quedaron: alguien los cambió después`,
    nothing: "Nada que cambiar",
    whatNow: (done: string) =>
      `Lo hecho hasta ahí (${done}) sigue en pie. Puedes deshacerlo o empezar la tarea de nuevo: no repite lo que ya está.`,
    tooNew:
      "Esta tarea es de una versión más nueva de Hilo. Pide a administración que la publique y empieza de nuevo.",
    by: (who: string, when: string) => `${who} · ${when}`,
    details: "Ver cuáles",
    row: (n: string) => `Fila ${n}`,
    undo: "Deshacer",
    progressOf: (name: string) => `Avance de ${name}`,
  },
  en: {
    title: "Tasks under way",
    none: "What takes long is shown here: imports, exports and changes to many at once.",
    failed: "The tasks could not be loaded.",
    migrate: "Bringing data up to date",
    other: "Task",
    begun: (name) => `${name}: under way. Follow it in your account's menu.`,
    listing: "Preparing…",
    progress: (done, total) => `${done} of ${total}`,
    undoing: (done, total) => `Undoing: ${done} of ${total}`,
    done: "Done",
    undone: "Undone",
    stopped: "Stopped",
    toastDone: (name, what) => `${name}: done. ${what}`,
    toastUndone: (name) => `${name}: undone.`,
    toastStopped: (name) => `${name}: stopped. See why in your account's menu.`,
    create: (n) => `${n} created`,
    update: (n) => `${n} changed`,
    same: (n) => (n === 1 ? "1 was so already" : `${n} were so already`),
    skip: (n) => `${n} skipped`,
    refuse: (n) => `${n} refused`,
    restored: (n) => `${n} put back`,
    kept: (n) => `${n} left alone: changed by somebody since`,
    nothing: "Nothing to change",
    whatNow: (done) =>
      `What was done until then (${done}) stands. You can undo it, or begin the task again: it does not repeat what is done.`,
    tooNew:
      "This task is of a newer version of Hilo. Ask an administrator to deploy that, and begin again.",
    by: (who, when) => `${who} · ${when}`,
    details: "See which",
    row: (n) => `Row ${n}`,
    undo: "Undo",
    progressOf: (name) => `Progress of ${name}`,
  },
});

/** What a kind of operation is called; one that is not known here has a name, too. */
export function kindName({ kind }: Pick<Operation, "kind">): string {
  return kind === "migrate" ? t.migrate : t.other;
}

/** What came of it, in a sentence's parts: only what there is. */
export function resultOf({ counts, undo, state }: Operation): string {
  if (state === "undone" && undo) return sumOf({ restored: undo.restored, kept: undo.kept });
  return sumOf(counts);
}

function sumOf(counts: Partial<Record<"restored" | "kept" | Outcome, number>>): string {
  const told = Object.entries(counts).filter(([, n]) => n > 0);
  return told.map(([what, n]) => t[what as keyof typeof counts](n)).join(", ") || t.nothing;
}
