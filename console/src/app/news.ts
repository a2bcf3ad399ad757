import type { ListedConversation } from "@hilo/schema";
import type { NewsKind } from "../data/alert-settings.ts";
import type { Listing } from "../data/listing.ts";
import type { Unseen } from "../data/mentions.ts";

/** Something that has just happened in a conversation and is this member's to know. */
export type News = {
  kind: NewsKind;
  conversation: ListedConversation;
  /** When it happened, as the server has it. */
  at: number;
  /** Of a mention: since when they had another one to see there, where they had. */
  since?: number;
};

type Times = ReadonlyMap<string, number>;

/** Tells what is new by what was there before; nothing of it was there when the page was opened. */
export class NewsDesk {
  readonly #self: string;
  readonly #openedAt: number;
  /** The time of the latest message of each of my conversations, and of all there ever were. */
  #inbound: Times | undefined;
  #latest = 0;
  /** When each was given to me, also of those that left again. */
  readonly #assigned = new Map<string, number>();
  #mentioned: Times | undefined;

  constructor(self: string, openedAt = Date.now()) {
    this.#self = self;
    this.#openedAt = openedAt;
  }

  /** My conversations, and those that mention me, as they are now. */
  take(mine: Listing, unseen: Unseen): News[] {
    return [...this.#mentions(unseen), ...this.#mine(mine)];
  }

  #mine({ items, state, loadingMore }: Listing): News[] {
    // What the cache remembers may be a part only.
    if (state !== "ready" || loadingMore) return [];
    const before = this.#inbound;
    const messages = before ? arrived(items, before, this.#latest) : [];
    const given = before ? this.#given(items) : [];
    this.#inbound = new Map(items.map((one) => [one.id, one.lastInboundAt ?? 0]));
    this.#latest = Math.max(this.#latest, ...this.#inbound.values());
    for (const { id, assigned } of items) if (assigned) this.#assigned.set(id, assigned.at);
    return [
      ...given,
      ...messages.map((conversation) => ({
        kind: "message" as const,
        conversation,
        at: conversation.lastInboundAt ?? 0,
      })),
    ];
  }

  /** What somebody else has given to me; older ones that come by page were given before. */
  #given(items: readonly ListedConversation[]): News[] {
    return items.flatMap((conversation) => {
      const { id, assigned } = conversation;
      if (!assigned || assigned.by === this.#self) return [];
      const known = this.#assigned.get(id) ?? this.#openedAt;
      return assigned.at > known ? [{ kind: "assigned", conversation, at: assigned.at }] : [];
    });
  }

  #mentions(unseen: Unseen): News[] {
    if (!unseen) return [];
    const before = this.#mentioned;
    this.#mentioned = new Map(unseen.map(({ id, mentionedAt = 0 }) => [id, mentionedAt]));
    if (!before) return [];
    return unseen.flatMap((conversation) => {
      const { id, mentionedAt: at = 0 } = conversation;
      const since = before.get(id);
      if (since === undefined) return [{ kind: "mention", conversation, at }];
      return at > since ? [{ kind: "mention", conversation, at, since }] : [];
    });
  }
}

/**
 * Those with a new message. One that was not known is news only when nothing later was, since older ones come by page,
 * and when its message did not come before it was mine.
 */
export function arrived(
  items: readonly ListedConversation[],
  known: Times,
  latest: number,
): ListedConversation[] {
  return items.filter(({ id, lastInboundAt, assigned }) => {
    const since = known.get(id) ?? Math.max(latest, assigned?.at ?? 0);
    return (lastInboundAt ?? 0) > since;
  });
}
