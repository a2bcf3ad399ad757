import type { Exchanges } from "./exchanges.ts";

/** How the house's webhooks are called. */
export type WireSettings = {
  /** Tries after a failed webhook (5xx or no answer), as the number's address asks with `#rc=3&rp=all`. */
  retries: number;
  /** Milliseconds before the first retry; each next one waits one time more. */
  retryPause: number;
  /** Milliseconds that a webhook may take. */
  timeout: number;
};

/** What lies between the two ends. */
export type Wire = {
  readonly settings: WireSettings;
  /** Aborted when the simulator stops. */
  readonly ending: AbortController;
  readonly exchanges: Exchanges;
};
