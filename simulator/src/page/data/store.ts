import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { SimulatorEvent } from "../../phones/hub.ts";
import type { Inbound } from "../../phones/inbound.ts";
import type { Entry, Thread } from "../../phones/thread.ts";
import { usual } from "../../wire/usual.ts";
import { api, type Snapshot } from "./api.ts";

const exchangesShown = 300;

type Told = Exclude<SimulatorEvent, { type: "reset" }>;

const empty: Snapshot = {
  target: "",
  people: [],
  threads: [],
  behaviour: { everybody: usual, changed: false, people: {}, next: [] },
  exchanges: [],
  failures: [],
};

/** How a customer's message reaches the house: when, and how often. */
export type Arrival = Pick<Inbound, "delayMs" | "copies" | "together" | "agoMs">;

const punctual: Arrival = { delayMs: 0, copies: 1, together: false, agoMs: 0 };

/** What the page shows: a snapshot, kept up to date by the simulator's events. */
class Store extends EventTarget {
  state = empty;
  ready = false;
  connected = false;
  /** The last failure to tell the person at the page. */
  trouble = "";
  /** How the next message of a customer arrives. */
  arrival = punctual;
  readonly #seen = new Map<string, number>();
  /** What was told since each snapshot under way was asked for. */
  readonly #loading = new Set<Told[]>();

  start(): void {
    window.addEventListener("hashchange", () => this.#set(() => undefined));
    const source = new EventSource("/control/events");
    source.addEventListener("open", () => void this.load());
    source.addEventListener("error", () => this.#set(() => (this.connected = false)));
    source.addEventListener("message", ({ data }) => this.#hear(JSON.parse(data)));
  }

  /** What is told while a snapshot is on its way may be newer than that, and is not to be lost with it. */
  async load(): Promise<void> {
    const heard: Told[] = [];
    this.#loading.add(heard);
    try {
      const state = heard.reduce(after, await api.snapshot());
      this.#set(() => Object.assign(this, { state, ready: true, connected: true }));
    } finally {
      this.#loading.delete(heard);
    }
  }

  /** Does something at the simulator; a failure is shown. */
  async attempt(action: Promise<unknown>): Promise<boolean> {
    try {
      await action;
      this.#set(() => (this.trouble = ""));
      return true;
    } catch (error) {
      this.#set(() => (this.trouble = error instanceof Error ? error.message : String(error)));
      return false;
    }
  }

  arrive(change: Partial<Arrival>): void {
    this.#set(() => (this.arrival = { ...this.arrival, ...change }));
  }

  /** How the message arrives that is being written; the one after it is punctual again. */
  takeArrival(): Arrival {
    const { arrival } = this;
    this.arrive(punctual);
    return arrival;
  }

  /** Messages of the business that have not been before the customer's eyes. */
  unread(thread: Thread): number {
    const seenAt = this.#seen.get(thread.id) ?? 0;
    return thread.entries.filter((one) => one.from === "business" && one.at > seenAt).length;
  }

  see(thread: Thread): void {
    this.#set(() => this.#seen.set(thread.id, Date.now()));
    void this.attempt(api.seen(thread.id));
  }

  #set(change: () => unknown): void {
    change();
    this.dispatchEvent(new Event("change"));
  }

  #hear(event: SimulatorEvent): void {
    if (event.type === "reset") return void this.load();
    for (const heard of this.#loading) heard.push(event);
    this.#set(() => (this.state = after(this.state, event)));
  }
}

function after(state: Snapshot, event: Told): Snapshot {
  switch (event.type) {
    case "person":
      return { ...state, people: withOne(state.people, event.person) };
    case "behaviour":
      return { ...state, behaviour: event.behaviour };
    case "exchange":
      return {
        ...state,
        exchanges: withOne(state.exchanges, event.exchange).slice(-exchangesShown),
      };
    case "thread": {
      const entries = state.threads.find((one) => one.id === event.thread.id)?.entries ?? [];
      return { ...state, threads: withOne(state.threads, { ...event.thread, entries }) };
    }
    case "entry":
      return { ...state, threads: state.threads.map((thread) => withEntry(thread, event.entry)) };
  }
}

function withOne<T extends { id: string }>(list: T[], one: T): T[] {
  const known = list.some((each) => each.id === one.id);
  return known ? list.map((each) => (each.id === one.id ? one : each)) : [...list, one];
}

function withEntry(thread: Thread, entry: Entry): Thread {
  return thread.id === entry.threadId
    ? { ...thread, entries: withOne(thread.entries, entry) }
    : thread;
}

export const store = new Store();

/** Draws an element again whenever the store changes. */
export class StoreController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #redraw = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    store.addEventListener("change", this.#redraw);
  }

  hostDisconnected(): void {
    store.removeEventListener("change", this.#redraw);
  }
}
