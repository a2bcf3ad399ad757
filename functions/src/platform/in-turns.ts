/** Does something with each, so many at a time, and gives what came of it in their order. */
export async function inTurns<T, R>(
  all: readonly T[],
  most: number,
  run: (one: T) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  for (let i = 0; i < all.length; i += most)
    done.push(...(await Promise.all(all.slice(i, i + most).map(run))));
  return done;
}
