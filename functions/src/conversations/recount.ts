import {
  type CountedRows,
  countedRows,
  counterEntries,
  countsOf,
  type DayCounts,
  dayBounds,
  foldCounts,
  type Rows,
  rowsOfMessages,
  waitedMs,
} from "@hilo/schema";
import type { DocumentSnapshot } from "../platform/firestore.ts";
import { type Bounds, rowsBetween, rowsUnder } from "../stats/rows.ts";
import { eachActiveSince } from "./active.ts";
import { messagesOf } from "./store.ts";

const names = Object.keys(countedRows) as CountedRows[];
const ofMessages = names.filter((name) => countedRows[name].of === rowsOfMessages);
const besideMessages = names.filter((name) => !ofMessages.includes(name));

/** Rows that one query finds. */
const asked = Map.groupBy(ofMessages, (name) => {
  const { at, where }: Rows = countedRows[name];
  return `${at} ${where?.field} ${where?.is}`;
});

/** Every counter of a day, counted from its rows. */
export async function recount(
  workspaceId: string,
  day: string,
  timeZone: string,
): Promise<DayCounts> {
  const bounds = dayBounds(day, timeZone);
  const counted = await Promise.all(
    besideMessages.map((name) => recountUnder(workspaceId, name, bounds, timeZone)),
  );
  await eachActiveSince(workspaceId, bounds.start, async (conversation) => {
    counted.push(await recountMessages(workspaceId, conversation, bounds, timeZone));
  });
  return foldCounts(counted);
}

/** Where their number is all that counts, the rows themselves are not read. */
async function recountUnder(
  workspaceId: string,
  name: CountedRows,
  bounds: Bounds,
  timeZone: string,
): Promise<Partial<DayCounts>> {
  const query = rowsUnder(workspaceId, countedRows[name], bounds);
  const own = counterEntries.filter(([, { rows }]) => rows === name);
  if (own.every(([, counter]) => counter.recount === "count")) {
    const { count } = (await query.count().get()).data();
    return Object.fromEntries(own.map(([counter]) => [counter, count]));
  }
  const { docs } = await query.get();
  return foldCounts(docs.flatMap((doc) => countsBy([name], doc, timeZone, "")));
}

async function recountMessages(
  workspaceId: string,
  conversation: DocumentSnapshot,
  bounds: Bounds,
  timeZone: string,
): Promise<DayCounts> {
  const messages = messagesOf(workspaceId, conversation.id);
  const platform = String(conversation.get("platform"));
  const found = await Promise.all(
    [...asked.values()].map(async (names) => {
      const [first = "received"] = names;
      const { docs } = await rowsBetween(messages, countedRows[first], bounds).get();
      return docs.flatMap((doc) => countsBy(names, doc, timeZone, platform));
    }),
  );
  return foldCounts(found.flat());
}

/** What a document counts for, as each of the rows that it is. */
function countsBy(
  names: readonly CountedRows[],
  doc: DocumentSnapshot,
  timeZone: string,
  platform: string,
): Partial<DayCounts>[] {
  return names.flatMap((name) => {
    const { at, counts }: Rows = countedRows[name];
    const row = doc.data() ?? {};
    if (counts && !counts(row)) return [];
    const waited = waitedMs({ providerAt: row[at], waitedSince: row.waitedSince }) ?? 0;
    return [countsOf(name, { at: row[at], timeZone, platform, waitedMs: waited })];
  });
}
