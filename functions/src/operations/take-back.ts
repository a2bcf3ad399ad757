import { isDeepStrictEqual } from "node:util";
import { Change, KeptDocument } from "@hilo/schema";
import * as z from "zod";
import {
  type DocumentReference,
  type DocumentSnapshot,
  db,
  FieldValue,
  stillAs,
  type WriteBatch,
  workspace,
} from "../platform/firestore.ts";
import { advance, type Held, readAgain } from "./held.ts";
import { jobOf } from "./job.ts";
import type { Pace } from "./pace.ts";
import { keptChanges, lastChanges } from "./store.ts";

/** What an undo has left alone so far, as `keyOf` names it: of that it takes back nothing of earlier rows either. */
export type LeftAlone = Set<string>;

const keyOf = (path: string, field: string) => `${path} ${field}`;

/** What an undo left alone before its worker died. */
export async function leftAlone({ ref, operation }: Held): Promise<LeftAlone> {
  if (!operation.undo?.kept) return new Set();
  const { docs } = await keptChanges(ref).get();
  const kept = docs.flatMap((doc) => z.array(KeptDocument).parse(doc.get("kept")));
  return new Set(kept.flatMap(({ path, fields }) => fields.map((field) => keyOf(path, field))));
}

/**
 * Takes back the last rows that are not taken back yet, in one commit: a field that still is as the operation left it
 * becomes what it was, a document that it made and nobody touched goes. What somebody changed since stays, and is named.
 * Undefined when the operation has become another worker's.
 */
export async function takeBack(
  held: Held,
  pace: Pace,
  alone: LeftAlone,
): Promise<Held | undefined> {
  const { undo } = held.operation;
  if (!undo) throw new Error("This operation is not being undone");
  const [found] = (await lastChanges(held.ref, undo.left).get()).docs;
  if (!found) return advance(held, { undo: { ...undo, left: 0 }, tries: 0 });
  const [from, to] = [Number(found.get("from")), Math.min(Number(found.get("to")), undo.left)];
  const left = Math.max(from, to - pace.size);
  // As they were written: a Timestamp is finer than a Date.
  const changes = z.array(Change).parse(found.get("changes"));
  const due = changes.filter(({ row }) => row >= left && row < to);
  const documents = await documentsOf(held, due);
  const backs = due.map((change, index) => backOf(change, documents[index], found, alone));
  const writes = backs.flatMap(({ write }) => write ?? []);
  const kept = backs.flatMap(({ kept }) => kept ?? []);
  const sums = { restored: undo.restored + writes.length, kept: undo.kept + kept.length };
  const next = await advance(held, { undo: { ...undo, left, ...sums }, tries: 0 }, (batch) => {
    for (const write of writes) write(batch);
    if (kept.length > 0) keep(batch, found.ref, kept);
  });
  if (!next) {
    await pace.met();
    return readAgain(held);
  }
  for (const { path, fields } of kept) for (const field of fields) alone.add(keyOf(path, field));
  await pace.wrote(writes.length);
  return next;
}

function keep(batch: WriteBatch, ref: DocumentReference, kept: readonly KeptDocument[]): void {
  batch.update(ref, {
    kept: FieldValue.arrayUnion(...kept),
    keptCount: FieldValue.increment(kept.length),
  });
}

async function documentsOf(held: Held, changes: readonly Change[]): Promise<DocumentSnapshot[]> {
  if (changes.length === 0) return [];
  const { path } = workspace(jobOf(held).workspaceId);
  return db().getAll(...changes.map((change) => db().doc(`${path}/${change.path}`)));
}

/** What takes a change back, and what of it stays. */
type Back = { write?: (batch: WriteBatch) => unknown; kept?: KeptDocument };

function backOf(
  change: Change,
  found: DocumentSnapshot | undefined,
  made: DocumentSnapshot,
  alone: LeftAlone,
): Back {
  const { row, path, before, after } = change;
  if (before === null) return madeBack(change, found, made);
  if (!found?.exists) return { kept: { row, path, fields: [] } };
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const free = names.filter((field) => !alone.has(keyOf(path, field)));
  const isOurs = (field: string) => isDeepStrictEqual(found.get(field), after[field]);
  const fields = free.filter((field) => !isOurs(field));
  const were = free
    .filter(isOurs)
    .map((field) => [field, field in before ? before[field] : FieldValue.delete()]);
  const write = (batch: WriteBatch) =>
    batch.update(found.ref, Object.fromEntries(were), stillAs(found));
  return {
    ...(were.length > 0 ? { write } : {}),
    ...(fields.length > 0 ? { kept: { row, path, fields } } : {}),
  };
}

/** A document that was made goes, unless somebody has written it since: whole and at once, or not at all. */
function madeBack(
  { row, path, after }: Change,
  found: DocumentSnapshot | undefined,
  made: DocumentSnapshot,
): Back {
  if (!found?.exists) return {};
  const isUntouched =
    (made.createTime !== undefined && found.updateTime?.isEqual(made.createTime)) ||
    isDeepStrictEqual(found.data(), after);
  if (!isUntouched) return { kept: { row, path, fields: [] } };
  return { write: (batch) => batch.delete(found.ref, stillAs(found)) };
}
