import { texts } from "./texts.ts";

/** Words of the search in one conversation. */
export const t = texts({
  es: {
    noMatch: "Sin coincidencias",
    matchOf: (at: number, all: number) => (at === 0 ? String(all) : `${at} de ${all}`),
    olderMatch: "Coincidencia anterior",
    newerMatch: "Coincidencia siguiente",
    endFind: "Terminar la búsqueda",
    searchedAll: "Buscado en toda la conversación",
    searchedMessages: (n: number) =>
      n === 1 ? "Buscado en el mensaje cargado" : `Buscado en los ${n} mensajes cargados`,
    searchOlder: "Cargar anteriores",
    loadingOlder: "Cargando…",
  },
  en: {
    noMatch: "No matches",
    matchOf: (at, all) => (at === 0 ? String(all) : `${at} of ${all}`),
    olderMatch: "Earlier match",
    newerMatch: "Later match",
    endFind: "End the search",
    searchedAll: "Searched the whole conversation",
    searchedMessages: (n) =>
      n === 1 ? "Searched the message loaded" : `Searched the ${n} messages loaded`,
    searchOlder: "Load earlier ones",
    loadingOlder: "Loading…",
  },
});
