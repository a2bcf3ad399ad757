import type { MarkRow } from "./marking.ts";

/** Rows of every outcome: two are named; one document is touched twice. */
export const rows: MarkRow[] = [
  { id: "a", set: { mark: 1, gone: null } },
  { id: "b", set: { mark: 1 } },
  { id: "c", set: { mark: 1 } },
  { id: "d", instead: "refuse" },
  { id: "new", set: { mark: 1 } },
  { id: "a", set: { mark: 2 } },
  { id: "e", instead: "skip" },
];
/** What there is before them, and after. */
export const found = { a: { name: "A", gone: 7 }, b: { name: "B", mark: 0 }, c: { mark: 1 } };
export const left = {
  a: { name: "A", mark: 2 },
  b: { name: "B", mark: 1 },
  c: { mark: 1 },
  new: { mark: 1 },
};
export const counts = { create: 1, update: 3, same: 1, skip: 1, refuse: 1 };
