import type { ListedConversation } from "@hilo/schema";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { seeMention } from "../../../../data/mentions.ts";
import { watched } from "../../../../ui/watched.ts";

/** How long the conversation must be on the screen, in milliseconds. */
const dwellMs = 400;
/** How long it is not told again after it was taken, and after it could not be, in milliseconds. */
const patienceMs = 2_000;
const restMs = 10_000;

/** The open conversation, as long as it mentions the reader and they have not seen it. */
type Mentioning = () => ListedConversation | undefined;

/** Marks the mentions in the open conversation as seen, once it was on the screen in a tab that has the focus. */
export class MentionMarker implements ReactiveController {
  readonly #mentioning: Mentioning;
  readonly #send: typeof seeMention;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #telling = false;
  /** What was told last, and when it may be told again. */
  #told: { mentionedAt: number | undefined; again: number } | undefined;
  readonly #look = () => this.look();

  constructor(host: ReactiveControllerHost, mentioning: Mentioning, send = seeMention) {
    this.#mentioning = mentioning;
    this.#send = send;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("visibilitychange", this.#look);
    window.addEventListener("focus", this.#look);
    window.addEventListener("online", this.#look);
  }

  hostDisconnected(): void {
    document.removeEventListener("visibilitychange", this.#look);
    window.removeEventListener("focus", this.#look);
    window.removeEventListener("online", this.#look);
    this.#stop();
  }

  hostUpdated(): void {
    this.look();
  }

  look(): void {
    const one = this.#mentioning();
    if (!one || !watched()) {
      this.#stop();
      return;
    }
    if (this.#telling || this.#timer !== undefined) return;
    const isTold = this.#told?.mentionedAt === one.mentionedAt;
    const again = isTold ? (this.#told?.again ?? 0) : 0;
    const wait = Math.max(dwellMs, again - Date.now());
    this.#timer = setTimeout(() => void this.#see(), wait);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #see(): Promise<void> {
    this.#timer = undefined;
    const one = this.#mentioning();
    if (!one || !watched()) return;
    this.#telling = true;
    const taken = await this.#send(one).then(
      () => true,
      () => false,
    );
    this.#telling = false;
    const again = Date.now() + (taken ? patienceMs : restMs);
    this.#told = { mentionedAt: one.mentionedAt, again };
    this.look();
  }
}
