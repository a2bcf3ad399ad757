import type { ListedLead } from "@hilo/schema";
import { countedIn, type Figures, figuresOf } from "./board-figures.ts";
import type { Column, LiveColumn } from "./column.ts";
import { whileVisible } from "./visibility.ts";

/** How often what is not loaded is counted again while somebody looks, and how soon after something has changed. */
const every = 60_000;
const soonMs = 800;

/** The figures of columns: derived while one is loaded as a whole, else as the server counts them. */
export class ColumnCounts {
  readonly #columns: ReadonlyMap<string, LiveColumn>;
  readonly #told: () => void;
  readonly #known = new Map<string, Figures>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `told` runs when other figures are known. */
  constructor(columns: ReadonlyMap<string, LiveColumn>, told: () => void) {
    this.#columns = columns;
    this.#told = told;
  }

  /** Counts while somebody looks; returns how to end it. */
  start(): () => void {
    const stop = whileVisible(() => {
      const turn = setInterval(() => void this.#recount(), every);
      this.soon();
      return () => clearInterval(turn);
    });
    return () => {
      stop();
      clearTimeout(this.#timer);
    };
  }

  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#recount(), soonMs);
  }

  /** Told that a column has changed: what has never been counted is. */
  heard(): void {
    const isUnknown = ([id, { value }]: [string, LiveColumn]) =>
      isCounted(value) && !this.#known.has(id);
    if ([...this.#columns].some(isUnknown)) this.soon();
  }

  /** The figures of a column of which these cards are known. */
  of(id: string, cards: readonly ListedLead[], more: boolean): Figures {
    const counted = this.#known.get(id);
    if (!more || !counted) return figuresOf(cards, more);
    return { ...counted, count: Math.max(counted.count, cards.length) };
  }

  async #recount(): Promise<void> {
    if (document.hidden) return;
    await Promise.all([...this.#columns].map(([id, { value }]) => this.#count(id, value)));
    this.#told();
  }

  async #count(id: string, column: Column): Promise<void> {
    if (!isCounted(column)) {
      this.#known.delete(id);
      return;
    }
    const currencies = [...new Set(column.cards.flatMap(({ value }) => value?.currency ?? []))];
    const found = await countedIn(id, currencies).catch(() => undefined);
    if (found) this.#known.set(id, found);
  }
}

function isCounted({ more, loadingMore }: Column): boolean {
  return more && !loadingMore;
}
