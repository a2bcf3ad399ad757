import { patience } from "./patience.ts";

/** Resolves after so many milliseconds. */
export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Resolves when everything has been done that waits for nothing but promises of this process. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Repeats a check until it neither throws nor answers false, and gives its answer.
 * Throws the last failure when that has not happened within so many milliseconds.
 */
export async function eventually<T>(
  check: () => T | Promise<T>,
  { within = patience, every = 50 }: { within?: number; every?: number } = {},
): Promise<Exclude<T, false>> {
  const end = Date.now() + within;
  for (;;) {
    const outcome = await attempt(check);
    if (outcome.ok) return outcome.value;
    if (Date.now() >= end) throw outcome.error;
    await wait(every);
  }
}

type Outcome<T> = { ok: true; value: Exclude<T, false> } | { ok: false; error: unknown };

async function attempt<T>(check: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    const value = await check();
    if (value === false) return { ok: false, error: new Error(`Never came true: ${check}`) };
    return { ok: true, value: value as Exclude<T, false> };
  } catch (error) {
    return { ok: false, error };
  }
}
