import { comparisonOf, filterFields } from "../../functions/src/conversations/pages.ts";
import type { Need } from "./indexes.ts";

type Filter = Need["filters"][number];

/**
 * Some filters as they are asked for by whoever sees all or what is theirs, and by whoever sees a part: as a guest, whose
 * list no other filter of a list goes with, and of their teams.
 */
function asked(fields: readonly string[]): Filter[][] {
  const filters = fields.map((field) => ({ field, op: comparisonOf(field) }));
  const single = filters.filter(({ op }) => op !== "array-contains");
  const ofTeams = fields.includes("teamId") ? [] : [[...filters, { field: "teamId", op: "in" }]];
  return [filters, [...single, { field: "guests", op: "array-contains" }], ...ofTeams];
}

/** What the API's lists of conversations and messages ask of the indexes, under every set of filters. */
export function pageNeeds(): Need[] {
  const sets: string[][] = [[]];
  for (const field of Object.values(filterFields)) sets.push(...sets.map((set) => [...set, field]));
  const spans = [[], [">="], ["<"], [">=", "<"]];
  const page = (
    collection: string,
    by: string,
    fields: readonly Filter[],
    span: string[],
  ): Need => ({
    where: "functions/src/conversations/pages.ts",
    collection,
    scope: "COLLECTION",
    filters: [...fields, ...span.map((op) => ({ field: by, op }))],
    orders: [by, "__name__"].map((field) => ({ field, direction: "DESCENDING" as const })),
  });
  return [
    ...sets.flatMap((set) =>
      asked(set).flatMap((fields) =>
        spans.map((span) => page("conversations", "lastMessageAt", fields, span)),
      ),
    ),
    ...spans.map((span) => page("messages", "providerAt", [], span)),
  ];
}
