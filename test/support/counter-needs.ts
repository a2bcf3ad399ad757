import { countedRows, type Rows } from "@hilo/schema";
import type { Need } from "./indexes.ts";

/** What the nightly recount asks of the indexes, for the rows of every counter. */
export function counterNeeds(): Need[] {
  return Object.values<Rows>(countedRows).map(({ of, at, where }) => ({
    where: "functions/src/stats/rows.ts",
    collection: of.split("/").at(-1) ?? of,
    scope: "COLLECTION",
    filters: [
      ...(where ? [{ field: where.field, op: "==" }] : []),
      { field: at, op: ">=" },
      { field: at, op: "<" },
    ],
    orders: [],
  }));
}
