import type { Behaviour } from "../wire/behaviour.ts";
import { Behaviours } from "../wire/behaviours.ts";
import { Exchanges } from "../wire/exchanges.ts";
import { SendCounter } from "../wire/sends.ts";
import { Timers } from "../wire/timers.ts";
import { Files } from "./files.ts";
import { Hub } from "./hub.ts";
import { Threads } from "./threads.ts";

export type Settings = {
  /** The public address of the house, which signatures are computed over. No trailing slash. */
  target: string;
  /** Tries after a failed webhook (5xx or no answer), as the number's address asks with `#rc=3&rp=all`. */
  retries: number;
  /** Milliseconds before the first retry; each next one waits one time more. */
  retryPause: number;
  /** Milliseconds that a webhook may take. */
  timeout: number;
  /** Milliseconds that the review of a template takes. */
  review: number;
};

/** Everything the simulator holds; all of it in memory. */
export class World {
  /** Where the simulator itself is reached; set when it listens. */
  url = "";
  readonly settings: Settings;
  /** Aborted when the simulator stops. */
  readonly ending = new AbortController();
  readonly hub = new Hub();
  readonly timers = new Timers();
  readonly files = new Files();
  readonly sends = new SendCounter();
  readonly behaviours: Behaviours;
  readonly exchanges: Exchanges;
  readonly threads: Threads;
  /** What providers keep besides; cleared with the rest. */
  readonly onReset: (() => void)[] = [];

  constructor(settings: Settings, behaviour: Behaviour) {
    this.settings = settings;
    this.behaviours = new Behaviours(behaviour, (state) =>
      this.hub.tell({ type: "behaviour", behaviour: state }),
    );
    this.exchanges = new Exchanges(this.hub);
    this.threads = new Threads(this.hub);
  }

  reset(): void {
    this.timers.clear();
    this.files.clear();
    this.sends.clear();
    this.behaviours.reset();
    this.exchanges.clear();
    this.threads.reset();
    for (const clear of this.onReset) clear();
    this.hub.tell({ type: "reset" });
  }
}
