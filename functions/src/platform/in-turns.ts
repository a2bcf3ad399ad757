/** Does something with each, so many at once, and gives what came of it in their order; one that is slow holds up nobody. */
export async function inTurns<T, R>(
  all: readonly T[],
  most: number,
  run: (one: T) => Promise<R>,
): Promise<R[]> {
  const [only] = all;
  if (all.length === 1 && only !== undefined) return [await run(only)];
  const done: R[] = [];
  const queue = all.entries();
  const work = async () => {
    for (const [index, one] of queue) done[index] = await run(one);
  };
  await Promise.all(Array.from({ length: Math.min(most, all.length) }, work));
  return done;
}
