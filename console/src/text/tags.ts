import { plain } from "./plain.ts";

/** A tag as it is kept: as it was written, without spaces around it or several in a row. */
export function tagFrom(written: string): string {
  return written.trim().replace(/\s+/gu, " ");
}

/** Whether two tags are the same but for capitals and accents. */
export function sameTag(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/** The tags with one more: written as it is known already, and never twice. */
export function withTag(
  tags: readonly string[],
  written: string,
  known: readonly string[] = [],
): readonly string[] {
  const tag = tagFrom(written);
  if (tag === "" || tags.some((one) => sameTag(one, tag))) return tags;
  return [...tags, known.find((one) => sameTag(one, tag)) ?? tag];
}

/** Each tag once, as it is written most often; the most used first. */
export function tagsByUse(all: readonly string[]): readonly string[] {
  const spellings = grouped(all.map(tagFrom), plain);
  return spellings.map((same) => mostOften(same)?.[0] ?? "");
}

function mostOften(same: readonly string[]): readonly string[] | undefined {
  return grouped(same, (one) => one)[0];
}

/** Those alike together, the largest group first. */
function grouped(all: readonly string[], alike: (one: string) => string): string[][] {
  const groups = new Map<string, string[]>();
  for (const one of all) groups.set(alike(one), [...(groups.get(alike(one)) ?? []), one]);
  return [...groups.values()].sort((a, b) => b.length - a.length);
}
