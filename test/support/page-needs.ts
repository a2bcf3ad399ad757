import { comparisonOf, filterFields } from "../../functions/src/conversations/pages.ts";
import { leadFilterFields } from "../../functions/src/leads/views.ts";
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

/** What the API's list of leads asks of the indexes, under every set of filters, of who sees all or a part. */
export function leadNeeds(): Need[] {
  const sets: string[][] = [[]];
  for (const field of Object.values(leadFilterFields))
    sets.push(...sets.map((set) => [...set, field]));
  const parts = (set: string[]): Filter[][] => {
    const filters = set.map((field) => ({ field, op: "==" }));
    const besides = (field: string) => (set.includes(field) ? [] : [{ field, op: "==" }]);
    return [
      filters,
      [...filters, ...besides("ownerId")],
      [...filters, { field: "teamId", op: "in" }],
      [...filters, ...besides("ownerId"), { field: "teamId", op: "==" }],
    ];
  };
  return sets.flatMap((set) =>
    parts(set).map((filters) => ({
      where: "functions/src/leads/views.ts",
      collection: "leads",
      scope: "COLLECTION" as const,
      filters,
      orders: ["openedAt", "__name__"].map((field) => ({
        field,
        direction: "DESCENDING" as const,
      })),
    })),
  );
}
