import {
  type Change,
  mostNamed,
  type NamedRow,
  type OperationChanges,
  type OutcomeCounts,
} from "@hilo/schema";
import { FieldValue, stillAs, type WriteBatch } from "../platform/firestore.ts";
import { advance, type Held, readAgain } from "./held.ts";
import { jobOf } from "./job.ts";
import type { Kind, Settled, Write } from "./kind.ts";
import type { Pace } from "./pace.ts";
import { rowsFrom } from "./plan.ts";
import { changesOf } from "./store.ts";

/** How many documents one commit writes at most, and how long their images may be, as JSON: a document takes 1 MiB. */
const mostWrites = 400;
const mostBytes = 400_000;

type Stretch = { settled: Settled[]; changes: Change[]; writes: Write[] };

/** Does the next rows in one commit; undefined when the operation has become another worker's. */
export async function applyRows(held: Held, kind: Kind, pace: Pace): Promise<Held | undefined> {
  const { done } = held.operation;
  const rows = await rowsFrom(held, kind, done, pace.size);
  const stretch = together(await kind.apply(jobOf(held), rows), done);
  const named = namedIn(stretch.settled, done, mostNamed - held.operation.named);
  const next = await advance(
    held,
    {
      done: done + stretch.settled.length,
      counts: counted(held.operation.counts, stretch.settled),
      named: held.operation.named + named.length,
      tries: 0,
    },
    (batch) => {
      for (const one of stretch.writes) write(batch, one);
      if (stretch.changes.length + named.length > 0) keep(batch, held, stretch, named);
    },
  );
  if (next) await pace.wrote(stretch.writes.length);
  else await pace.met();
  return next ?? readAgain(held);
}

/** The first rows that one commit can hold: none by what another of them writes, and their images fit beside them. */
function together(settled: readonly Settled[], first: number): Stretch {
  const held: Stretch = { settled: [], changes: [], writes: [] };
  const written = new Set<string>();
  let bytes = 0;
  for (const [index, one] of settled.entries()) {
    const writes = one.writes ?? [];
    const changes = writes.map((each) => changeBy(each, first + index));
    bytes += JSON.stringify(changes).length;
    const isTooMuch = held.writes.length + writes.length > mostWrites || bytes > mostBytes;
    const touched = [
      ...one.reads.map(({ path }) => within(path)),
      ...changes.map(({ path }) => path),
    ];
    const isSecond = touched.some((path) => written.has(path));
    if (index > 0 && (isTooMuch || isSecond)) break;
    for (const { path } of changes) written.add(path);
    held.settled.push(one);
    held.changes.push(...changes);
    held.writes.push(...writes);
  }
  return held;
}

function changeBy(one: Write, row: number): Change {
  if ("create" in one) return { row, path: within(one.create.path), before: null, after: one.data };
  const before = Object.keys(one.data).map((field) => [field, one.update.get(field)]);
  const path = within(one.update.ref.path);
  return { row, path, before: present(before), after: present(Object.entries(one.data)) };
}

/** The path within the workspace. */
function within(path: string): string {
  return path.split("/").slice(2).join("/");
}

function present(fields: unknown[][]): Record<string, unknown> {
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function write(batch: WriteBatch, one: Write): void {
  if ("create" in one) {
    batch.create(one.create, one.data);
    return;
  }
  const fields = Object.entries(one.data).map(([field, value]) => [
    field,
    value === undefined ? FieldValue.delete() : value,
  ]);
  batch.update(one.update.ref, Object.fromEntries(fields), stillAs(one.update));
}

function namedIn(settled: readonly Settled[], first: number, most: number): NamedRow[] {
  return settled
    .flatMap(({ outcome, why }, index) => {
      const isNamed = outcome === "skip" || outcome === "refuse";
      return isNamed ? [{ row: first + index, outcome, why: why ?? "" }] : [];
    })
    .slice(0, Math.max(0, most));
}

function counted(counts: OutcomeCounts, settled: readonly Settled[]): OutcomeCounts {
  const sum = { ...counts };
  for (const { outcome } of settled) sum[outcome] += 1;
  return sum;
}

/** Keeps what a commit changes, in the same commit. Its id is its first row, so that no rows can be done twice. */
function keep(
  batch: WriteBatch,
  held: Held,
  { settled, changes }: Stretch,
  rows: NamedRow[],
): void {
  const { done, expiresAt } = held.operation;
  batch.create(changesOf(held.ref).doc(String(done).padStart(9, "0")), {
    from: done,
    to: done + settled.length,
    changes,
    about: [...new Set(settled.flatMap(({ about = [] }) => about))],
    rows,
    named: rows.length,
    kept: [],
    keptCount: 0,
    expiresAt,
  } satisfies OperationChanges);
}
