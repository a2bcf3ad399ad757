import type { ListedLead } from "@hilo/schema";
import { getAggregateFromServer, getCountFromServer, query, sum, where } from "firebase/firestore";
import { collectionOf } from "./firestore.ts";
import { seesAll } from "./sight.ts";

/** How many cards a column has, and what they are worth by currency, in minor units. */
export type Figures = {
  count: number;
  /** Whether there may be more than are counted. */
  atLeast: boolean;
  sums: Readonly<Record<string, number>>;
};

/** The figures of cards that are known, all of a column or some. */
export function figuresOf(cards: readonly Pick<ListedLead, "value">[], atLeast = false): Figures {
  const sums: Record<string, number> = {};
  for (const { value } of cards)
    if (value) sums[value.currency] = (sums[value.currency] ?? 0) + value.amount;
  return { count: cards.length, atLeast, sums };
}

/** The figures of several columns as one. */
export function together(all: readonly Figures[]): Figures {
  const sums: Record<string, number> = {};
  for (const one of all)
    for (const [currency, amount] of Object.entries(one.sums))
      sums[currency] = (sums[currency] ?? 0) + amount;
  return {
    count: all.reduce((total, one) => total + one.count, 0),
    atLeast: all.some(({ atLeast }) => atLeast),
    sums,
  };
}

/**
 * The figures of a column that is not loaded as a whole, as the server counts them, by the currencies that are known of
 * it. Whoever does not see all asks for leads in parts, of which one lead may be in several: there nothing is counted.
 */
export async function countedIn(
  column: string,
  currencies: readonly string[],
): Promise<Figures | undefined> {
  if (!seesAll()) return undefined;
  const all = query(collectionOf("leads"), where("column", "==", column));
  const [counted, ...sums] = await Promise.all([
    getCountFromServer(all).then((found) => found.data().count),
    ...currencies.map((currency) => sumOf(column, currency)),
  ]);
  return {
    count: counted,
    atLeast: false,
    sums: Object.fromEntries(currencies.map((currency, i) => [currency, sums[i] ?? 0])),
  };
}

async function sumOf(column: string, currency: string): Promise<number> {
  const some = query(
    collectionOf("leads"),
    where("column", "==", column),
    where("value.currency", "==", currency),
  );
  const found = await getAggregateFromServer(some, { sum: sum("value.amount") });
  return found.data().sum;
}
