import type { LeadKind, LeadState } from "@hilo/schema";
import { texts } from "./texts.ts";

/** What a lead may be, and how far it may have come. */
const t = texts({
  es: {
    sale: "Venta",
    noInterest: "Sin interés",
    futureContact: "Contacto futuro",
    support: "Soporte",
    recovery: "Recuperación",
    unknownKind: "Sin tipo",
    new: "Nueva",
    inProgress: "En proceso",
    negotiation: "Negociación",
    won: "Ganada",
    lost: "Perdida",
  },
  en: {
    sale: "Sale",
    noInterest: "No interest",
    futureContact: "Future contact",
    support: "Support",
    recovery: "Recovery",
    unknownKind: "No kind",
    new: "New",
    inProgress: "In progress",
    negotiation: "Negotiation",
    won: "Won",
    lost: "Lost",
  },
});

export function kindWords(kind: LeadKind | null): string {
  return kind === null ? t.unknownKind : t[kind];
}

export function stateWords(state: LeadState): string {
  return t[state];
}
