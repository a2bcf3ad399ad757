import type { ListedConversation } from "@hilo/schema";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { myConversations } from "../data/conversations.ts";
import { previewOf } from "../pages/inbox/list/preview.ts";
import { t } from "../text/app.ts";
import { nameOf } from "../text/who.ts";
import { announce } from "../ui/announce.ts";
import { titleUnread } from "../ui/title.ts";

/** Tells screen readers of new messages in my conversations, and the window's title how many wait unread. */
export class ArrivalNews implements ReactiveController {
  /** The time of the latest message of each conversation, and of all. */
  #known: ReadonlyMap<string, number> | undefined;
  #latest = 0;
  readonly #openId: () => string | null;

  /** `openId` tells which conversation is open: its thread speaks for itself. */
  constructor(host: ReactiveControllerHost, openId: () => string | null) {
    this.#openId = openId;
    host.addController(this);
  }

  hostUpdated(): void {
    const { items, state } = myConversations().value;
    if (state !== "ready") return;
    const unread = items.filter((one) => one.unread > 0).length;
    titleUnread(unread);
    const others = items.filter(({ id }) => id !== this.#openId());
    const newest = this.#known && arrived(others, this.#known, this.#latest);
    if (newest) announce(t.newMessage(nameOf(newest), previewOf(newest.preview).text));
    this.#known = new Map(items.map((one) => [one.id, one.lastInboundAt ?? 0]));
    this.#latest = Math.max(this.#latest, ...this.#known.values());
  }

  hostDisconnected(): void {
    titleUnread(0);
  }
}

/** The first with a new message; one that was not known is news only when nothing later was: older ones come by page. */
export function arrived(
  items: readonly ListedConversation[],
  known: ReadonlyMap<string, number>,
  latest: number,
): ListedConversation | undefined {
  return items.find(({ id, lastInboundAt }) => (lastInboundAt ?? 0) > (known.get(id) ?? latest));
}
