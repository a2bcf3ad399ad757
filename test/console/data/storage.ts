/** Does the work with a local storage as browsers have it, and hands it what is kept there. */
export function withStorage(work: (kept: Map<string, string>) => void): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
  try {
    work(kept);
  } finally {
    if (before) Object.defineProperty(globalThis, "localStorage", before);
    else Reflect.deleteProperty(globalThis, "localStorage");
  }
}
