import type { ReactiveController, ReactiveControllerHost } from "lit";
import { myConversations } from "../data/conversations.ts";
import { unseenMentions } from "../data/mentions.ts";
import { signedIn } from "../data/session.ts";
import { previewOf } from "../pages/inbox/message/preview.ts";
import { t } from "../text/app.ts";
import { nameOf } from "../text/who.ts";
import { announce } from "../ui/announce.ts";
import { titleUnread } from "../ui/title.ts";
import type { Alerts } from "./alerts.ts";
import { type News, NewsDesk } from "./news.ts";

/** How many of those that come at once are said: after an hour without the network nobody listens to all. */
const most = 3;

/**
 * Tells screen readers of what is new for me, the window's title how many of my conversations wait unread, and, on
 * this device, the rest by sound and notifications.
 */
export class ArrivalNews implements ReactiveController {
  #desk: NewsDesk | undefined;
  readonly #openId: () => string | null;
  #alerts: Alerts | undefined;
  #connected = false;

  /** `openId` tells which conversation is open: its thread speaks for itself. */
  constructor(host: ReactiveControllerHost, openId: () => string | null) {
    this.#openId = openId;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#desk = new NewsDesk(signedIn().uid);
    void this.#begin();
  }

  hostUpdated(): void {
    const mine = myConversations().value;
    if (mine.state === "ready") titleUnread(mine.items.filter((one) => one.unread > 0).length);
    const news = this.#desk?.take(mine, unseenMentions.value) ?? [];
    for (const one of news.filter((one) => this.#isTold(one)).slice(0, most))
      announce(wordsOf(one));
    this.#alerts?.hear(news);
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#alerts?.end();
    this.#alerts = undefined;
    titleUnread(0);
  }

  #isTold({ kind, conversation }: News): boolean {
    return kind !== "message" || conversation.id !== this.#openId();
  }

  /** After the first screen; once more when the network comes back, if it must. */
  async #begin(): Promise<void> {
    try {
      const { Alerts } = await import("./alerts.ts");
      if (this.#connected) this.#alerts ??= new Alerts(this.#openId);
    } catch {
      window.addEventListener("online", () => void (this.#connected && this.#begin()), {
        once: true,
      });
    }
  }
}

function wordsOf({ kind, conversation }: News): string {
  const name = nameOf(conversation);
  if (kind === "mention") return t.newMention(name);
  if (kind === "assigned") return t.newAssigned(name);
  return t.newMessage(name, previewOf(conversation.preview).text);
}
