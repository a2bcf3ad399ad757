import { type Letter, type News, noShelf, type PostOutcome, type Shelf } from "./letter.ts";
import {
  heldFor,
  isDue,
  isUnsent,
  marked,
  type Outgoing,
  shown,
  waitingState,
} from "./outgoing.ts";
import type { Local, ThreadMessage } from "./thread-merge.ts";
import { Turns } from "./turns.ts";

/** Hands a letter to the API; `keep` is told of what must not be forgotten before, such as a file that is uploaded. */
export type Post = (
  letter: Letter,
  keep: (letter: Letter) => Promise<unknown>,
) => Promise<PostOutcome>;

/** How long until an unreachable API is tried again, in milliseconds. */
export const retryMs = 5_000;
/** How often an attempt that is still running is waited for: longer than the API lets one run. */
const mostBusy = 30;
/** How old a letter found on the device may be and still go by itself, in milliseconds: as long as a session. */
export const staleMs = 24 * 60 * 60 * 1000;

/**
 * Messages on their way to the API, in the order they were written. While it cannot be reached they wait here and, as
 * far as there is a shelf, on the device, and go by themselves later, under the same id, so that none is sent twice.
 */
export class Outbox {
  readonly #entries = new Map<string, Outgoing>();
  readonly #listeners = new Set<(conversationId: string) => void>();
  readonly #post: Post;
  readonly #turns: Turns;
  #shelf = noShelf;

  constructor(post: Post, later: (work: () => void, ms: number) => void) {
    this.#post = post;
    this.#turns = new Turns(later);
  }

  /** What Firestore does not show yet of a conversation. */
  of(conversationId: string): ThreadMessage[] {
    return this.#entriesOf(conversationId).map(shown);
  }

  has(messageId: string): boolean {
    return this.#entries.has(messageId);
  }

  /** Every message that the API has not taken, those that it refused among them. */
  get unsent(): ThreadMessage[] {
    return [...this.#entries.values()].map(({ letter }) => letter.message).filter(isUnsent);
  }

  /** Whether something goes by itself as soon as it can. */
  get waits(): boolean {
    return [...this.#entries.values()].some(isDue);
  }

  add(letter: Letter): Promise<void> {
    const entry = { letter, kept: false, again: false, busy: 0 };
    this.#entries.set(letter.message.id, entry);
    void this.#keep(entry);
    this.#tell(letter.conversationId);
    return this.#next(letter.conversationId);
  }

  /** Tries a refused message again. */
  retry(messageId: string): Promise<void> {
    const entry = this.#entries.get(messageId);
    if (!entry) return Promise.resolve();
    entry.busy = 0;
    this.#set(entry, { state: "sending" });
    return this.#next(entry.letter.conversationId);
  }

  /** Forgets messages: Firestore shows them, or their writer gave them up. */
  settle(messageIds: Iterable<string>, why: "taken" | "dropped" = "taken"): void {
    for (const id of messageIds) {
      const entry = this.#entries.get(id);
      if (!entry) continue;
      this.#entries.delete(id);
      if (entry.letter.message.local) void this.#shelf.drop(id, why);
      this.#tell(entry.letter.conversationId);
    }
  }

  /** Takes back messages that are held, all or none of them; tells whether it did. */
  takeBack(messageIds: readonly string[]): boolean {
    const entries = messageIds.map((id) => this.#entries.get(id));
    const held = entries.every((entry) => entry !== undefined && heldFor(entry.letter) > 0);
    if (held) this.settle(messageIds, "dropped");
    return held;
  }

  /**
   * Forgets everything here, but not on the device: whoever wrote it is gone, and nobody else may send it. Nobody is
   * told: what shows it goes with its reader, and cannot be drawn without one.
   */
  forget(): void {
    this.#shelf = noShelf;
    this.#entries.clear();
  }

  /** Tries whatever waits, because the network is back. */
  async flush(): Promise<void> {
    const conversations = [...this.#entries.values()].map(({ letter }) => letter.conversationId);
    await Promise.all([...new Set(conversations)].map((id) => this.#next(id)));
  }

  watch(listener: (conversationId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Keeps letters on the device from now on, and takes up those found there. */
  keepOn(shelf: Shelf, found: readonly Letter[]): Promise<void> {
    this.#shelf = shelf;
    for (const entry of this.#entries.values()) {
      entry.kept = false;
      if (entry.letter.message.local) void this.#keep(entry);
    }
    for (const letter of found) if (!this.#entries.has(letter.message.id)) this.#takeUp(letter);
    return this.flush();
  }

  /** Shows what another tab did; should that one be gone, what it left waiting is sent from here. */
  hear(news: News): void {
    if (news.type === "letter") {
      const { conversationId } = news.letter;
      this.#mirror(news.letter);
      this.#tryLater(conversationId);
      this.#tell(conversationId);
      return;
    }
    const entry = this.#entries.get(news.id);
    if (!entry) return;
    if (news.type === "dropped") this.#entries.delete(news.id);
    else entry.letter = marked(entry.letter, undefined);
    this.#tell(entry.letter.conversationId);
  }

  #mirror(letter: Letter): void {
    const { id } = letter.message;
    const found = { letter, kept: true, again: true };
    this.#entries.set(id, Object.assign(this.#entries.get(id) ?? { busy: 0 }, found));
  }

  /** What was written long ago asks its writer first. */
  #takeUp(letter: Letter): void {
    const { local, providerAt } = letter.message;
    const old = Date.now() - providerAt > staleMs;
    const state = old ? "stale" : waitingState();
    this.#mirror(marked(letter, local?.state === "refused" ? local : { state }));
    this.#tell(letter.conversationId);
  }

  /** Sends the oldest one that is not refused, then the one after it: order is kept. */
  #next(conversationId: string): Promise<void> {
    const drain = () => this.#drain(conversationId);
    return this.#turns.take(conversationId, () => this.#shelf.alone(conversationId, drain));
  }

  async #drain(conversationId: string): Promise<void> {
    let entry = this.#due(conversationId);
    while (entry && (await this.#attempt(entry))) entry = this.#due(conversationId);
    this.#turns.end(conversationId);
    const held = entry ? heldFor(entry.letter) : 0;
    if (held > 0) this.#turns.after(held, conversationId, () => void this.#next(conversationId));
    else if (entry) this.#wait(conversationId);
  }

  /** Whether the next one may be tried. */
  async #attempt(entry: Outgoing): Promise<boolean> {
    const { id } = entry.letter.message;
    if (heldFor(entry.letter) > 0) return false;
    if (entry.kept && entry.again && !(await this.#shelf.holds(id))) {
      this.#taken(entry);
      return true;
    }
    entry.again = true;
    const outcome = await this.#post(entry.letter, (letter) => this.#change(entry, letter));
    if (outcome.type === "unreachable") return false;
    if (outcome.type === "taken") this.#taken(entry);
    else if (outcome.type === "busy" && entry.busy < mostBusy) {
      entry.busy += 1;
      return false;
    } else {
      const { code, detail } = outcome;
      this.#set(entry, { state: "refused", code, detail });
    }
    return true;
  }

  #wait(conversationId: string): void {
    for (const one of this.#entriesOf(conversationId).filter(isDue)) {
      if (one.letter.message.local?.state !== "waiting") this.#set(one, { state: "waiting" });
    }
    this.#tryLater(conversationId);
  }

  #tryLater(conversationId: string): void {
    this.#turns.after(retryMs, conversationId, () => void this.#next(conversationId));
  }

  #taken(entry: Outgoing): void {
    if (!this.#holds(entry)) return;
    entry.letter = marked(entry.letter, undefined);
    void this.#shelf.drop(entry.letter.message.id, "taken");
    this.#tell(entry.letter.conversationId);
  }

  #set(entry: Outgoing, local: Local): void {
    void this.#change(entry, marked(entry.letter, local));
  }

  async #change(entry: Outgoing, letter: Letter): Promise<void> {
    if (!this.#holds(entry)) return;
    entry.letter = letter;
    this.#tell(letter.conversationId);
    await this.#keep(entry);
  }

  async #keep(entry: Outgoing): Promise<void> {
    const { kept } = entry;
    entry.kept = await this.#shelf.put(entry.letter);
    if (entry.kept !== kept && this.#holds(entry)) this.#tell(entry.letter.conversationId);
  }

  #holds(entry: Outgoing): boolean {
    return this.#entries.get(entry.letter.message.id) === entry;
  }

  #due(conversationId: string): Outgoing | undefined {
    return this.#entriesOf(conversationId).find(isDue);
  }

  #entriesOf(conversationId: string): Outgoing[] {
    return [...this.#entries.values()]
      .filter(({ letter }) => letter.conversationId === conversationId)
      .sort((a, b) => a.letter.message.providerAt - b.letter.message.providerAt);
  }

  #tell(conversationId: string): void {
    for (const listener of this.#listeners) listener(conversationId);
  }
}
