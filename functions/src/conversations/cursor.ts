import { AppError } from "../platform/errors.ts";
import type { DocumentSnapshot } from "../platform/firestore.ts";

/** Of one document more than a page holds: the page, and its last where another follows. */
export function pageIn(docs: readonly DocumentSnapshot[], limit: number) {
  const page = docs.slice(0, limit);
  return { docs: page, next: docs.length > limit ? (page.at(-1) ?? null) : null };
}

/** A cursor is a place, not a document: it stays where it was when that moves on. */
export function cursorOf(doc: DocumentSnapshot, by: string): string {
  return `${doc.get(by)}-${doc.id}`;
}

/** Where a cursor points: a time (ms), and which of the documents of that time. */
export function placeOf(cursor: string): [at: number, id: string] {
  const [, at, id = ""] = /^(\d{1,16})-([\w-]+)$/.exec(cursor) ?? [];
  if (!id) throw new AppError("invalid", "There is no such page.");
  return [Number(at), id];
}
