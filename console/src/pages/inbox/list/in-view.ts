import type { ReactiveController, ReactiveControllerHost } from "lit";
import { mostConversations, type Presences, presencesIn } from "../../../data/presences.ts";
import type { Present } from "../../../data/present.ts";
import { type Source, source } from "../../../ui/source.ts";

/** How long a question stands before rows that came into view change it, in milliseconds. */
const pauseMs = 5_000;

const nobodyYet = source<Presences>(new Map());

/** The rows that can be seen, as their places in the list: from `first` up to `end`, which is past the last. */
export type Range = { first: number; end: number };

/**
 * Who is at the conversations whose rows can be seen. It is asked for more than these, so that scrolling a little and
 * a row that moves up ask nothing anew.
 */
export class InView implements ReactiveController {
  readonly #range: () => Range;
  readonly #changed: () => void;
  #presences: Source<Presences> = nobodyYet;
  /** The open conversation, which its thread asks about anyway. */
  #openId: string | null = null;
  #open: Source<Presences> = nobodyYet;
  #asked: ReadonlySet<string> = new Set();
  #askedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `range` measures what can be seen; `changed` is told when there is another source to follow. */
  constructor(host: ReactiveControllerHost, range: () => Range, changed: () => void) {
    this.#range = range;
    this.#changed = changed;
    host.addController(this);
  }

  /** What tells it when somebody comes or goes. */
  get sources(): Source<Presences>[] {
    return [this.#presences, this.#open];
  }

  presentIn(conversationId: string): readonly Present[] {
    const all = conversationId === this.#openId ? this.#open : this.#presences;
    return all.value.get(conversationId) ?? [];
  }

  opened(conversationId: string | null): void {
    if (conversationId === this.#openId) return;
    this.#open = conversationId === null ? nobodyYet : presencesIn([conversationId]);
    this.#openId = conversationId;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Looks which rows can be seen now. */
  look(ids: readonly string[]): void {
    const { first, end } = this.#range();
    const seen = ids.slice(first, Math.min(end, first + mostConversations));
    if (seen.every((id) => id === this.#openId || this.#asked.has(id))) return;
    const left = this.#askedAt + pauseMs - Date.now();
    if (left <= 0) this.#ask(around(ids, { first, end }));
    else this.#timer ??= setTimeout(() => this.#again(), left);
  }

  #again(): void {
    this.#timer = undefined;
    this.#changed();
  }

  #ask(ids: readonly string[]): void {
    const others = ids.filter((id) => id !== this.#openId);
    this.#asked = new Set(others);
    this.#askedAt = Date.now();
    this.#presences = presencesIn(others, this.#presences.value);
    this.#changed();
  }
}

/** The rows that can be seen and as many around them as one question may name, half of those on each side. */
export function around(ids: readonly string[], { first, end }: Range): readonly string[] {
  const spare = Math.max(0, mostConversations - (end - first));
  const from = Math.max(0, first - Math.floor(spare / 2));
  return ids.slice(from, from + mostConversations);
}

/** Where rows stand of which `bottomOf` tells the lower edge, in a box from `top` to `bottom`. */
export function rangeOf(
  count: number,
  edges: { bottomOf: (index: number) => number; top: number; bottom: number },
): Range {
  const { bottomOf, top, bottom } = edges;
  const first = firstWhere(count, (index) => bottomOf(index) > top);
  const last = firstWhere(count, (index) => bottomOf(index) >= bottom);
  return { first, end: Math.min(count, last + 1) };
}

/** The first place from which on something is so; `count` where it never is. */
function firstWhere(count: number, isSo: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
