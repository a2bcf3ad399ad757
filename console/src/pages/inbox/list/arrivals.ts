import type { ListedConversation } from "@hilo/schema";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { steadyRows } from "./steady-rows.ts";

const none: ReadonlySet<string> = new Set();

/** Keeps the rows still while somebody reads further down, and knows which have just come to the top. */
export class Arrivals implements ReactiveController {
  items: readonly ListedConversation[] = [];
  news = 0;
  fresh: ReadonlySet<string> = none;
  readonly #host: ReactiveControllerHost;
  #top = true;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    this.fresh = none;
  }

  /** Begins anew, with another list. */
  reset(): void {
    this.items = [];
    this.news = 0;
    this.#top = true;
  }

  /** Takes the list as it is now. */
  take(now: readonly ListedConversation[]): void {
    if (!this.#top) {
      const shown = steadyRows(
        this.items.map((one) => one.id),
        now,
      );
      this.items = shown.items;
      this.news = shown.news;
      return;
    }
    this.fresh = this.items.length > 0 ? risen(this.items, now) : none;
    this.items = now;
    this.news = 0;
  }

  /** Told whether the list is at its top, where new rows may come in. */
  atTop(top: boolean): void {
    this.#top = top;
    this.#host.requestUpdate();
  }
}

/** Those that stand above everything that was first before. */
function risen(
  before: readonly ListedConversation[],
  now: readonly ListedConversation[],
): ReadonlySet<string> {
  const first = before[0];
  const until = now.findIndex((one) => one.id === first?.id);
  return until > 0 && until < 4 ? new Set(now.slice(0, until).map((one) => one.id)) : none;
}
