import type { ProblemCode } from "@hilo/schema";
import type { Local, ThreadMessage } from "./thread-merge.ts";

/** How an attempt to send ended: taken by the API, not reached, or refused with a reason. */
export type Outcome =
  | { type: "taken" }
  | { type: "unreachable" }
  | { type: "refused"; code: ProblemCode; detail: string };

export type Outgoing = { message: ThreadMessage; send: () => Promise<Outcome> };
type Entry = Outgoing & { conversationId: string; trying: boolean };

/** How long until an unreachable API is tried again, in milliseconds. */
export const retryMs = 5_000;

/**
 * Messages on their way to the API, in the order they were written. While it cannot be reached they wait
 * here and go by themselves later, under the same id, so that none is sent twice.
 */
export class Outbox {
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<(conversationId: string) => void>();
  readonly #later: (work: () => void, ms: number) => void;

  constructor(later: (work: () => void, ms: number) => void) {
    this.#later = later;
  }

  /** What Firestore does not show yet of a conversation. */
  of(conversationId: string): ThreadMessage[] {
    return this.#entriesOf(conversationId).map((entry) => entry.message);
  }

  add(conversationId: string, outgoing: Outgoing): Promise<void> {
    this.#entries.set(outgoing.message.id, { ...outgoing, conversationId, trying: false });
    this.#tell(conversationId);
    return this.#next(conversationId);
  }

  /** Tries a refused message again. */
  retry(messageId: string): Promise<void> {
    const entry = this.#entries.get(messageId);
    if (!entry) return Promise.resolve();
    this.#set(entry, { state: "sending" });
    return this.#next(entry.conversationId);
  }

  /** Forgets messages: Firestore shows them, or their writer gave them up. */
  settle(messageIds: Iterable<string>): void {
    for (const id of messageIds) {
      const entry = this.#entries.get(id);
      if (this.#entries.delete(id) && entry) this.#tell(entry.conversationId);
    }
  }

  /** Forgets everything: whoever wrote it is gone, and nobody else may send it. */
  forget(): void {
    this.settle([...this.#entries.keys()]);
  }

  /** Tries whatever waits, because the network is back. */
  async flush(): Promise<void> {
    const conversations = new Set([...this.#entries.values()].map((entry) => entry.conversationId));
    await Promise.all([...conversations].map((id) => this.#next(id)));
  }

  watch(listener: (conversationId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sends the oldest one that is not refused, then the one after it: order is kept. */
  async #next(conversationId: string): Promise<void> {
    const due = this.#entriesOf(conversationId).filter(isDue);
    const entry = due[0];
    if (!entry || due.some((one) => one.trying)) return;
    entry.trying = true;
    const outcome = await entry.send();
    entry.trying = false;
    this.#settleAttempt(entry, outcome);
    if (outcome.type !== "unreachable") await this.#next(conversationId);
  }

  #settleAttempt(entry: Entry, outcome: Outcome): void {
    if (outcome.type === "taken") this.#set(entry, undefined);
    else if (outcome.type === "refused") {
      this.#set(entry, { state: "refused", code: outcome.code, detail: outcome.detail });
    } else this.#wait(entry.conversationId);
  }

  #wait(conversationId: string): void {
    for (const one of this.#entriesOf(conversationId).filter(isDue)) {
      this.#set(one, { state: "waiting" });
    }
    this.#later(() => void this.#next(conversationId), retryMs);
  }

  #set(entry: Entry, local: Local | undefined): void {
    const { local: _, ...message } = entry.message;
    entry.message = local ? { ...message, local } : message;
    this.#tell(entry.conversationId);
  }

  #entriesOf(conversationId: string): Entry[] {
    return [...this.#entries.values()].filter((entry) => entry.conversationId === conversationId);
  }

  #tell(conversationId: string): void {
    for (const listener of this.#listeners) listener(conversationId);
  }
}

function isDue(entry: Entry): boolean {
  const state = entry.message.local?.state;
  return state === "sending" || state === "waiting";
}
