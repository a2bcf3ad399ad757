/** What a test run waits for before it can test anything. */
export type SetUp = "build" | "start" | "seed" | "browser" | "sign-in" | "hooks" | "load";

const spent = new Map<SetUp, number>();

/** Does a piece of set-up and remembers how long it took. */
export async function timed<T>(what: SetUp, work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  try {
    return await work();
  } finally {
    addTime(what, performance.now() - begin);
  }
}

export function addTime(what: SetUp, milliseconds: number): void {
  spent.set(what, (spent.get(what) ?? 0) + milliseconds);
}

/** Milliseconds of set-up in this process, by kind. */
export function timesSpent(): Partial<Record<SetUp, number>> {
  return Object.fromEntries(spent);
}
