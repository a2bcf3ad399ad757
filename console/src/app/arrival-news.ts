import type { ListedConversation } from "@hilo/schema";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { myConversations } from "../data/conversations.ts";
import { t } from "../text/app.ts";
import { nameOf } from "../text/who.ts";
import { announce } from "../ui/announce.ts";

const title = "Hilo";

/** Tells screen readers of new messages in my conversations, and the window's title how many wait unread. */
export class ArrivalNews implements ReactiveController {
  #known: Map<string, number> | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostUpdated(): void {
    const { items, state } = myConversations().value;
    if (state !== "ready") return;
    const unread = items.filter((one) => one.unread > 0).length;
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
    const [newest] = items.filter((one) => this.#isNews(one));
    if (newest) announce(t.newMessage(nameOf(newest), newest.preview.text));
    this.#known = new Map(items.map((one) => [one.id, one.lastInboundAt ?? 0]));
  }

  hostDisconnected(): void {
    document.title = title;
  }

  #isNews(one: ListedConversation): boolean {
    return this.#known !== undefined && (one.lastInboundAt ?? 0) > (this.#known.get(one.id) ?? 0);
  }
}
