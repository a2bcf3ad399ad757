import type { Picked } from "../../../../data/draft-store.ts";

type Named = { id: string; name: string };

/** The most members that a note tells. */
const most = 20;

/** Those who were picked, after a text was changed and the caret stands behind the change. */
export function afterChange(
  picked: readonly Picked[],
  before: string,
  after: string,
  caret = after.length,
): Picked[] {
  const behind = before.endsWith(after.slice(caret)) ? after.length - caret : 0;
  const most = Math.min(before.length, after.length) - behind;
  let same = 0;
  while (same < most && before[same] === after[same]) same += 1;
  const rest = before.length - behind;
  return picked.flatMap((one) => {
    if (one.at + one.name.length < same) return [one];
    return one.at >= rest ? [{ ...one, at: one.at + after.length - before.length }] : [];
  });
}

/** Whom a note tells, by uid: who was picked and is still named there, and whose name nobody else has. */
export function toldBy(
  text: string,
  picked: readonly Picked[],
  colleagues: readonly Named[],
): string[] {
  const told = [...text.matchAll(/(?<=^|\s)@/gu)].map(({ index }) => {
    const named = namedAt(text, index, [...colleagues, ...picked]);
    const own = picked.find(({ at, name }) => at === index && name === named[0]?.name);
    return own?.id ?? (named.length === 1 ? named[0]?.id : undefined);
  });
  return [...new Set(told.filter((id) => id !== undefined))].slice(0, most);
}

/** Those who are called as it is written there, each once: the longest name is meant. */
function namedAt(text: string, at: number, all: readonly Named[]): Named[] {
  const there = all.filter(({ name }) => isNamed(text, at, name));
  const longest = Math.max(...there.map(({ name }) => name.length));
  const named = there.filter(({ name }) => name.length === longest);
  return [...new Map(named.map((one) => [one.id, one])).values()];
}

/** Whether a text mentions a name at a place, and no longer word. */
function isNamed(text: string, at: number, name: string): boolean {
  const rest = text.slice(at + 1);
  return rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length));
}
