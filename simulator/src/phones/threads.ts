import { BoundedMap } from "../wire/bounded-map.ts";
import type { DemoChannel } from "./demo-channels.ts";
import { people as demoPeople } from "./demo-people.ts";
import type { Hub } from "./hub.ts";
import { addressesOf, addressOf, madeUpAddress, type Person, type Writer } from "./person.ts";
import type { Platform } from "./platform.ts";
import type { Entry, Thread } from "./thread.ts";

const entriesPerThread = 300;

/** People, threads and messages. */
export class Threads {
  readonly people = new BoundedMap<string, Person>(2000);
  readonly threads = new BoundedMap<string, Thread>(2000);
  /** Whose an address is. */
  readonly #owners = new BoundedMap<string, string>(10_000);
  readonly #entries = new BoundedMap<string, Entry>(20_000);
  readonly #hub: Hub;

  constructor(hub: Hub) {
    this.#hub = hub;
    this.reset();
  }

  reset(): void {
    this.people.clear();
    this.threads.clear();
    this.#entries.clear();
    this.#owners.clear();
    for (const person of demoPeople) this.#keep({ ...person });
  }

  /** The person behind any of their addresses, as long as they were seen before. */
  find(address: string): Person | undefined {
    return this.people.get(this.#owners.get(address) ?? address);
  }

  #keep(person: Person): void {
    this.people.set(person.id, person);
    for (const address of addressesOf(person)) this.#owners.set(address, person.id);
  }

  /** The person who writes: known, brought up to date, or new. */
  meet(writer: Writer, platform: Platform): Person {
    const given = Object.fromEntries(Object.entries(writer).filter(([, value]) => value != null));
    const addresses = addressesOf({ id: "", name: "", platform, ...given });
    const known = addresses.flatMap((address) => this.find(address) ?? [])[0];
    const id = known?.id ?? addresses[0] ?? "";
    const name = writer.name ?? known?.name ?? writer.phone ?? writer.username ?? id;
    const met: Person = { platform, ...known, ...given, id, name };
    const person = addressOf(met, platform) ? met : { ...met, ...madeUpAddress(id, platform) };
    this.#keep(person);
    if (JSON.stringify(known) !== JSON.stringify(person))
      this.#hub.tell({ type: "person", person });
    return person;
  }

  thread(channel: DemoChannel, person: Person): Thread {
    const id = `${channel.id}:${person.id}`;
    const known = this.threads.get(id);
    if (known) return known;
    const thread: Thread = {
      id,
      channelId: channel.id,
      platform: channel.platform,
      personId: person.id,
      optedOut: false,
      blocked: false,
      lastInboundAt: null,
      entries: [],
    };
    this.threads.set(id, thread);
    this.changed(thread);
    return thread;
  }

  /** Tells that a thread's own facts changed. */
  changed({ entries: _, ...thread }: Thread): void {
    this.#hub.tell({ type: "thread", thread });
  }

  entry(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  add(thread: Thread, entry: Entry): void {
    thread.entries.push(entry);
    if (thread.entries.length > entriesPerThread) thread.entries.shift();
    this.#entries.set(entry.id, entry);
    if (entry.from === "customer")
      thread.lastInboundAt = Math.max(thread.lastInboundAt ?? 0, entry.at);
    this.changed(thread);
    this.#hub.tell({ type: "entry", entry });
  }

  /** The business has read a customer's message, and with it all before. */
  readUpTo(last: Entry): void {
    const entries = this.threads.get(last.threadId)?.entries ?? [];
    const upTo = entries.slice(0, entries.indexOf(last) + 1);
    for (const entry of upTo.filter((one) => one.from === "customer" && one.status !== "read")) {
      this.update(entry, { status: "read" });
    }
  }

  update(entry: Entry, change: Partial<Entry>): void {
    Object.assign(entry, change);
    this.#hub.tell({ type: "entry", entry });
  }
}
