import type { DraftFile } from "../../../../data/draft-store.ts";

/** A file that goes along, and what is written below it. */
export type Arranged<F> = { file: F; caption: string };

/** Files in the order that their writer gave them, then those that came since, each with its caption. */
export function arranged<F extends { id: string }>(
  files: readonly F[],
  wanted: readonly DraftFile[] = [],
): Arranged<F>[] {
  const known = wanted.flatMap(({ id, caption }) => {
    const file = files.find((one) => one.id === id);
    return file ? [{ file, caption }] : [];
  });
  const fresh = files.filter(({ id }) => !wanted.some((one) => one.id === id));
  return [...known, ...fresh.map((file) => ({ file, caption: "" }))];
}

/** The same with one at another place, or as they are when there is no such place. */
export function moved<F extends { id: string }>(
  all: readonly Arranged<F>[],
  id: string,
  to: number,
): readonly Arranged<F>[] {
  const one = all.find(({ file }) => file.id === id);
  if (!one || to < 0 || to >= all.length) return all;
  return all.filter((other) => other !== one).toSpliced(to, 0, one);
}
