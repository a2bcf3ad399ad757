import type { LeadHistory, LeadSource } from "@hilo/schema";
import { stateWords } from "./lead-kinds.ts";
import { texts } from "./texts.ts";

/** Words of a lead: its fields, its states, what became of it. */
export const t = texts({
  es: {
    name: "Nombre",
    kind: "Tipo",
    state: "Estado",
    value: "Valor",
    currency: "Moneda",
    owner: "Responsable",
    expected: "Se espera para",
    stage: "Etapa",
    source: "Origen",
    tags: "Etiquetas",
    notes: "Notas",
    history: "Historia",
    noValue: "Sin valor",
    noDay: "Sin fecha",
    badValue: "Escribe un monto, por ejemplo 299.700",
    from_channel: "Escribió por su cuenta",
    from_campaign: "Una campaña",
    from_advertisement: "Un anuncio",
    from_form: "Un formulario",
    from_import: "Una importación",
    from_hand: "Creada a mano",
    markWon: "Ganada",
    markLost: "Perdida…",
    reopen: "Abrir de nuevo",
    why: "¿Por qué se perdió?",
    lose: "Marcar como perdida",
    reasonsFailed: "No pudimos cargar los motivos.",
    lostBecause: (reason: string) => `Motivo: ${reason}`,
    toConversation: "Ir a la conversación",
    addNote: "Escribe una nota",
    add: "Agregar",
    noNotes: "Sin notas todavía.",
    noHistory: "Sin historia todavía.",
    partFailed: "No pudimos cargar esta parte.",
    saved: (field: string) => `Guardado: ${field}`,
    undone: "Deshecho",
    gone: "Esta oportunidad ya no existe, o no la puedes ver.",
    tray: "Sin clasificar",
    by: (what: string, who: string) => `${what} · ${who}`,
    created: "Se creó",
    createdIn: (stage: string) => `Se creó en ${stage}`,
    moved: (stage: string) => `Pasó a ${stage}`,
    movedSomewhere: "Cambió de etapa",
    ended: (state: string) => `Terminó: ${state}`,
    reopened: "Se abrió de nuevo",
    changed: (fields: string) => `Cambió: ${fields}`,
    merged: "Se unió con otra",
    wroteAgain: "Volvió a escribir",
    rules: "Hilo",
  },
  en: {
    name: "Name",
    kind: "Kind",
    state: "State",
    value: "Value",
    currency: "Currency",
    owner: "Owner",
    expected: "Expected on",
    stage: "Stage",
    source: "Source",
    tags: "Tags",
    notes: "Notes",
    history: "History",
    noValue: "No value",
    noDay: "No date",
    badValue: "Write an amount, such as 299,700",
    from_channel: "Wrote on their own",
    from_campaign: "A campaign",
    from_advertisement: "An advertisement",
    from_form: "A form",
    from_import: "An import",
    from_hand: "Made by hand",
    markWon: "Won",
    markLost: "Lost…",
    reopen: "Open again",
    why: "Why was it lost?",
    lose: "Mark as lost",
    reasonsFailed: "The reasons could not be loaded.",
    lostBecause: (reason) => `Reason: ${reason}`,
    toConversation: "Go to the conversation",
    addNote: "Write a note",
    add: "Add",
    noNotes: "No notes yet.",
    noHistory: "No history yet.",
    partFailed: "This part could not be loaded.",
    saved: (field) => `Saved: ${field}`,
    undone: "Undone",
    gone: "This lead no longer exists, or you may not see it.",
    tray: "Not classified",
    by: (what, who) => `${what} · ${who}`,
    created: "Was made",
    createdIn: (stage) => `Was made in ${stage}`,
    moved: (stage) => `Moved to ${stage}`,
    movedSomewhere: "Changed its stage",
    ended: (state) => `Ended: ${state}`,
    reopened: "Was opened again",
    changed: (fields) => `Changed: ${fields}`,
    merged: "Was made one with another",
    wroteAgain: "Wrote again",
    rules: "Hilo",
  },
});

export function sourceWords({ kind }: LeadSource): string {
  return t[`from_${kind}`];
}

const fields = ["name", "kind", "state", "value", "ownerId", "expectedOn", "tags"] as const;
type Field = (typeof fields)[number];

/** What a field of a lead is called. */
export function fieldWords(field: string): string {
  const [first = ""] = field.split(".");
  const known = fields.find((one) => one === first) satisfies Field | undefined;
  if (known === "ownerId") return t.owner;
  if (known === "expectedOn") return t.expected;
  if (field === "funnel") return t.stage;
  return known ? t[known] : t.state;
}

/** What became of a lead, by what its stages are called. */
export function stepWords(
  { step, entered, state, changes }: Pick<LeadHistory, "step" | "entered" | "state" | "changes">,
  stageName: (column: string) => string | undefined,
): string {
  const stage = entered === undefined ? undefined : stageName(entered);
  if (step === "created") return stage ? t.createdIn(stage) : t.created;
  if (step === "moved") return stage ? t.moved(stage) : t.movedSomewhere;
  if (step === "ended") return t.ended(state ? stateWords(state) : "");
  if (step === "changed") {
    const names = [...new Set(Object.keys(changes ?? {}).map(fieldWords))];
    return t.changed(names.join(", "));
  }
  return t[step];
}
