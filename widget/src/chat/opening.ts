import type { VisitorSession } from "@hilo/schema";
import type { Page } from "./page.ts";

type Asked = { key: string; session: Promise<VisitorSession> };

/**
 * Sessions under way: one for each page and identity, however many ask for it; and one after the other, since the
 * last one opened is what this browser's account may read.
 */
export class Opening {
  readonly #open: (page: Page) => Promise<VisitorSession>;
  #last: Asked | undefined;

  constructor(open: (page: Page) => Promise<VisitorSession>) {
    this.#open = open;
  }

  session(page: Page): Promise<VisitorSession> {
    const key = JSON.stringify(page);
    if (this.#last?.key === key) return this.#last.session;
    const before = this.#last?.session.catch(() => undefined) ?? Promise.resolve();
    const session = before
      .then(() => this.#open(page))
      .finally(() => {
        if (this.#last?.session === session) this.#last = undefined;
      });
    this.#last = { key, session };
    return session;
  }
}
