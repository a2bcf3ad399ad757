let owner = "";

/** Says whose settings on this device are read and kept from now on. */
export function ownedBy(memberId: string): void {
  owner = memberId;
}

/** A setting of this member on this device; nothing when there is none, or none that can be read. */
export function readOwn(name: string): unknown {
  const kept = globalThis.localStorage?.getItem(keyOf(name)) ?? "null";
  try {
    return JSON.parse(kept);
  } catch {
    // Whoever wrote it, it was not this console: as if it had never been kept.
    return null;
  }
}

/** Keeps a setting of this member on this device. */
export function keepOwn(name: string, value: unknown): void {
  globalThis.localStorage?.setItem(keyOf(name), JSON.stringify(value));
}

function keyOf(name: string): string {
  return `hilo.${owner}.${name}`;
}
