import {
  dayAfter,
  dayBounds,
  dayOf,
  LeadHistory,
  type Millis,
  type Stage,
  type StageFigures,
} from "@hilo/schema";
import { funnelIn } from "../funnels/funnels.ts";
import { now } from "../platform/clock.ts";
import { AggregateField, db, type Query, type Transaction } from "../platform/firestore.ts";
import { zoneOf } from "../settings/settings.ts";
import { byCurrency, endedSince, enteredSince, leftSince, standingIn, worthIn } from "./store.ts";

/** Of so many that left a stage last, times and reasons are told. */
const mostRead = 500;

/** No workspace counts in more currencies. */
const mostCurrencies = 20;

/**
 * What each stage of a funnel had, got, lost to others and has, over a number of days of the workspace up to now. What
 * it has is counted where it stands, and what moved where that is told, both in one moment: what a stage had at the
 * beginning follows, so that opening + entered − left is what is present, always.
 */
export async function funnelStatistics(
  workspaceId: string,
  funnelId: string,
  days: number,
): Promise<{ stages: StageFigures[] }> {
  const { stages } = await funnelIn(workspaceId, funnelId);
  const zone = await zoneOf(workspaceId);
  const since = dayBounds(dayAfter(dayOf(now(), zone), 1 - days), zone).start;
  const currencies = await currenciesIn(workspaceId);
  const place = { workspaceId, funnelId, since, currencies };
  return db().runTransaction(
    async (transaction) => ({
      stages: await Promise.all(stages.map((stage) => figuresOf(transaction, place, stage))),
    }),
    { readOnly: true },
  );
}

type Place = { workspaceId: string; funnelId: string; since: Millis; currencies: string[] };

async function figuresOf(
  transaction: Transaction,
  { workspaceId, funnelId, since, currencies }: Place,
  { id }: Stage,
): Promise<StageFigures> {
  const column = `${funnelId}/${id}`;
  const counted = async (query: Query) => (await transaction.get(query.count())).data().count;
  const leaving = leftSince(workspaceId, column, since);
  const ending = (state: string) => endedSince(workspaceId, column, { state, at: since });
  const [present, entered, left, won, lost, rows, values] = await Promise.all([
    counted(standingIn(workspaceId, column)),
    counted(enteredSince(workspaceId, column, since)),
    counted(leaving),
    counted(ending("won")),
    counted(ending("lost")),
    transaction.get(leaving.limit(mostRead)),
    valuesIn(transaction, workspaceId, column, currencies),
  ]);
  const newest = rows.docs.map((doc) => LeadHistory.parse(doc.data()));
  const spent = newest.flatMap(({ spentMs }) => spentMs ?? []).sort((a, b) => a - b);
  return {
    ...{ id, entered, left, present, values, won, lost },
    opening: present - entered + left,
    medianMs: shareOf(spent, 0.5),
    p90Ms: shareOf(spent, 0.9),
    lostBy: countedBy(newest.flatMap(({ lostReason }) => lostReason ?? [])),
  };
}

/** What is present is worth, side by side for each currency: no two are added up. */
async function valuesIn(
  transaction: Transaction,
  workspaceId: string,
  column: string,
  currencies: readonly string[],
): Promise<Record<string, number>> {
  const sums = await Promise.all(
    currencies.map(async (currency) => {
      const worth = worthIn(workspaceId, column, currency).aggregate({
        sum: AggregateField.sum("value.amount"),
        count: AggregateField.count(),
      });
      const { sum, count } = (await transaction.get(worth)).data();
      return count > 0 ? [[currency, Number(sum)] as const] : [];
    }),
  );
  return Object.fromEntries(sums.flat());
}

/** Which currencies leads of a workspace have, one look for each. */
async function currenciesIn(workspaceId: string): Promise<string[]> {
  const found: string[] = [];
  const all = byCurrency(workspaceId).limit(1);
  while (found.length < mostCurrencies) {
    const last = found.at(-1);
    const { docs } = await (last === undefined ? all : all.startAfter(last)).get();
    const next: unknown = docs[0]?.get("value.currency");
    if (typeof next !== "string") break;
    found.push(next);
  }
  return found;
}

function shareOf(sorted: readonly number[], share: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}

function countedBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
