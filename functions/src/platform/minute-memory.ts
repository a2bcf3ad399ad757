import { LRUCache } from "lru-cache";

/**
 * What is asked for all the time, kept for a minute per instance, so that asking costs no read; a change counts within
 * it. `load` is asked once by all who wait for the same.
 */
export function minuteMemory<V extends object>(
  load: (key: string) => Promise<V>,
): LRUCache<string, V> {
  return new LRUCache<string, V>({
    max: 1000,
    ttl: 60 * 1000,
    // Else each look but those of one millisecond sets a timer.
    ttlResolution: 1000,
    // Whoever waits for what is being loaded gets it, though it was forgotten meanwhile.
    ignoreFetchAbort: true,
    fetchMethod: load,
  });
}
