import type { ListedLead } from "@hilo/schema";
import { type OwnSource, type Source, source } from "../ui/source.ts";
import { call } from "./api.ts";
import type { Figures } from "./board-figures.ts";
import { arranged, type Cards, hasArrived, type Move, neighbourOf } from "./board-moves.ts";
import { type Column, columnIn, type LiveColumn, tray } from "./column.ts";
import { ColumnCounts } from "./column-counts.ts";

/** How long a move that was taken is still shown over what the database says, in milliseconds. */
const settleMs = 5_000;

export type BoardColumn = Omit<Column, "cards"> & {
  /** As `columnOf` names it. */
  id: string;
  cards: readonly ListedLead[];
  figures: Figures;
};

type Columns = readonly BoardColumn[];

/** The columns of a board and the tray beside it, live, with moves shown before the database tells of them. */
export class LiveBoard implements Source<Columns> {
  readonly #live: ReadonlyMap<string, LiveColumn>;
  readonly #counts: ColumnCounts;
  readonly #shown: OwnSource<Columns>;
  #moves: readonly Move[] = [];

  /** `columns` as `columnOf` names them, in their order. */
  constructor(columns: readonly string[]) {
    this.#live = new Map([tray, ...columns].map((id) => [id, columnIn(id)]));
    this.#counts = new ColumnCounts(this.#live, () => this.#show());
    this.#shown = source<Columns>(this.#drawn(), () => {
      const stops = [...this.#live.values()].map((one) => one.subscribe(() => this.#hear()));
      const stopCounting = this.#counts.start();
      return () => {
        stopCounting();
        for (const stop of stops) stop();
      };
    });
  }

  get value(): Columns {
    return this.#shown.value;
  }

  subscribe(listener: () => void): () => void {
    return this.#shown.subscribe(listener);
  }

  /** Asks for further cards of a column. */
  more(column: string): void {
    this.#live.get(column)?.more();
  }

  /** Asks again for what could not be had. */
  retry(): void {
    for (const one of this.#live.values()) if (one.value.state === "failed") one.retry();
  }

  /**
   * Moves a card: shown at once, taken back when the API refuses it. `isOrdered`: whether its place in the column was
   * chosen, too. Throws `ApiProblem`.
   */
  async move(
    lead: ListedLead,
    to: string,
    before: string | null,
    isOrdered: boolean,
  ): Promise<void> {
    const [funnelId = "", stage = ""] = to.split("/");
    const there = this.value.find(({ id }) => id === to)?.cards ?? [];
    const beside = isOrdered ? neighbourOf(there, lead.id, before) : {};
    const move: Move = { lead, to, before };
    await this.#showing(move, async () => {
      const seen = lead.funnel?.stage ?? null;
      const body = { funnelId, stage, seen, ...beside };
      const { rank } = await call("moveLead", { params: { leadId: lead.id }, body });
      move.rank = rank;
      this.#hear();
    });
  }

  /** Takes a card off the board while `work` ends its lead. Throws what that throws. */
  leaving<T>(lead: ListedLead, work: () => Promise<T>): Promise<T> {
    return this.#showing({ lead, to: null, before: null }, work);
  }

  async #showing<T>(move: Move, work: () => Promise<T>): Promise<T> {
    const forget = () => {
      this.#moves = this.#moves.filter((one) => one !== move);
      this.#show();
    };
    this.#moves = [...this.#moves.filter(({ lead }) => lead.id !== move.lead.id), move];
    this.#show();
    try {
      const done = await work();
      setTimeout(forget, settleMs);
      return done;
    } catch (error) {
      forget();
      throw error;
    } finally {
      this.#counts.soon();
    }
  }

  #hear(): void {
    const now = this.#known();
    this.#moves = this.#moves.filter((one) => !hasArrived(one, now));
    this.#counts.heard();
    this.#show();
  }

  #show(): void {
    this.#shown.set(this.#drawn());
  }

  #known(): Cards {
    return new Map([...this.#live].map(([id, { value }]) => [id, value.cards]));
  }

  #drawn(): Columns {
    const cards = arranged(this.#known(), this.#moves);
    return [...this.#live].map(([id, { value }]) => {
      const own = cards.get(id) ?? [];
      return { ...value, id, cards: own, figures: this.#counts.of(id, own, value.more) };
    });
  }
}
