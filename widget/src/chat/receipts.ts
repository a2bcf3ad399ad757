import type { Shown } from "./live.ts";

type Receipt = { type: "delivered" | "read"; messageIds: string[] };

const rank = { delivered: 4, read: 5 } as const;
/** The most that one post may hold. */
const most = 100;

/** Tells the business which of its messages have arrived and which were seen, once each. */
export class Receipts {
  readonly #post: (receipt: Receipt) => Promise<void>;
  /** How far each message was told to have come. */
  readonly #told = new Map<string, number>();

  constructor(post: (receipt: Receipt) => Promise<void>) {
    this.#post = post;
  }

  note(messages: readonly Shown[], seen: boolean): void {
    const type = seen ? "read" : "delivered";
    const ids = messages
      .filter((message) => this.#rankOf(message) < rank[type])
      .map(({ id }) => id)
      .slice(-most);
    if (ids.length === 0) return;
    for (const id of ids) this.#told.set(id, rank[type]);
    // What could not be told is told with the next news.
    this.#post({ type, messageIds: ids }).catch(() => {
      for (const id of ids) this.#told.delete(id);
    });
  }

  unread(messages: readonly Shown[]): number {
    return messages.filter((one) => this.#rankOf(one) < rank.read && !one.deletedAt).length;
  }

  /** The visitor's own messages are read by the visitor. */
  #rankOf({ id, direction, statusRank }: Shown): number {
    return direction === "inbound" ? rank.read : Math.max(statusRank, this.#told.get(id) ?? 0);
  }
}
