import { paths } from "./place.ts";
import { answerOf } from "./session.ts";

type Link = { url: string; until: number };

/** Addresses of the files in the thread; each is good for some minutes. */
export class Links {
  readonly #token: () => Promise<string>;
  readonly #changed: () => void;
  readonly #links = new Map<string, Link>();
  readonly #asked = new Map<string, number>();
  readonly #batch: string[] = [];

  constructor(token: () => Promise<string>, changed: () => void) {
    this.#token = token;
    this.#changed = changed;
  }

  /** The address of a file of a message; asked for when it is not there, or about to be over. */
  of(messageId: string, fileId: string): string | undefined {
    const link = this.#links.get(fileId);
    if (!link || link.until < Date.now() + 60_000) this.#want(messageId);
    return link && link.until > Date.now() ? link.url : undefined;
  }

  /** Those that one rendering asks for go together; none twice within five seconds. */
  #want(messageId: string): void {
    const now = Date.now();
    if ((this.#asked.get(messageId) ?? 0) > now - 5000) return;
    this.#asked.set(messageId, now);
    this.#batch.push(messageId);
    if (this.#batch.length === 1) setTimeout(() => this.#fetchSoon(), 20);
  }

  /** What could not be had is asked for again when it is next shown. */
  #fetchSoon(): void {
    this.#fetch().catch(() => undefined);
  }

  async #fetch(): Promise<void> {
    const messages = this.#batch.splice(0, 50);
    if (this.#batch.length > 0) setTimeout(() => this.#fetchSoon(), 20);
    const headers = { authorization: `Bearer ${await this.#token()}` };
    const query = new URLSearchParams({ messages: messages.join(",") });
    const answer = await fetch(`${paths.links}?${query}`, { headers });
    const { links, expires } = await answerOf<{ links: Record<string, string>; expires: number }>(
      answer,
    );
    for (const [id, url] of Object.entries(links)) {
      const { pathname, search } = new URL(url); // Served from here, whatever the public address is.
      this.#links.set(id, { url: pathname + search, until: expires });
    }
    this.#changed();
  }
}
