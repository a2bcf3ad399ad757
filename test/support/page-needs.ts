import { comparisonOf, filterFields } from "../../functions/src/conversations/pages.ts";
import type { Need } from "./indexes.ts";

/** What the API's lists of conversations and messages ask of the indexes, under every set of filters. */
export function pageNeeds(): Need[] {
  const sets: string[][] = [[]];
  for (const field of Object.values(filterFields)) sets.push(...sets.map((set) => [...set, field]));
  const spans = [[], [">="], ["<"], [">=", "<"]];
  const page = (
    collection: string,
    by: string,
    fields: readonly string[],
    span: string[],
  ): Need => ({
    where: "functions/src/conversations/pages.ts",
    collection,
    scope: "COLLECTION",
    filters: [
      ...fields.map((field) => ({ field, op: comparisonOf(field) })),
      ...span.map((op) => ({ field: by, op })),
    ],
    orders: [by, "__name__"].map((field) => ({ field, direction: "DESCENDING" as const })),
  });
  return [
    ...sets.flatMap((set) =>
      spans.map((span) => page("conversations", "lastMessageAt", set, span)),
    ),
    ...spans.map((span) => page("messages", "providerAt", [], span)),
  ];
}
