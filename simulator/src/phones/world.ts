import type { Behaviour } from "../wire/behaviour.ts";
import { Behaviours } from "../wire/behaviours.ts";
import { Exchanges } from "../wire/exchanges.ts";
import { SendCounter } from "../wire/sends.ts";
import { Timers } from "../wire/timers.ts";
import type { Wire, WireSettings } from "../wire/wire.ts";
import { Files } from "./files.ts";
import { Hub } from "./hub.ts";
import { Threads } from "./threads.ts";

export type Settings = WireSettings & {
  /** The public address of the house, which signatures are computed over. No trailing slash. */
  target: string;
  /** Milliseconds that the review of a template takes. */
  review: number;
};

/** Everything the simulator holds; all of it in memory. */
export class World implements Wire {
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
    this.exchanges = new Exchanges((exchange) => this.hub.tell({ type: "exchange", exchange }));
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
