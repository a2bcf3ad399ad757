import type { ReactiveController, ReactiveControllerHost } from "lit";
import { call } from "../../../data/api.ts";

/** How long messages must be on the screen to count as seen, in milliseconds. */
const dwellMs = 400;
/** How long to wait for the count to change before telling again, in milliseconds. */
const patienceMs = 10_000;

type Host = ReactiveControllerHost & {
  conversationId: string;
  /** Unread messages as Firestore counts them. */
  unread: number;
  /** How many of them are on the screen or above it. */
  seenUnread(): number;
};

/** Marks messages as read once they were seen: on the screen, in a tab that is visible and has the focus. */
export class ReadMarker implements ReactiveController {
  readonly #host: Host;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told: { unread: number; at: number } | undefined;
  readonly #look = () => this.look();

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("visibilitychange", this.#look);
    window.addEventListener("focus", this.#look);
  }

  hostDisconnected(): void {
    document.removeEventListener("visibilitychange", this.#look);
    window.removeEventListener("focus", this.#look);
    clearTimeout(this.#timer);
  }

  hostUpdated(): void {
    this.look();
  }

  /** Something may have been seen: by scrolling, by arriving, by coming back to the tab. */
  look(): void {
    clearTimeout(this.#timer);
    if (this.#host.unread === 0) this.#told = undefined;
    if (this.#host.unread <= 0 || !watched()) return;
    const answered = this.#told?.unread === this.#host.unread ? this.#told.at + patienceMs : 0;
    this.#timer = setTimeout(() => void this.#tell(), Math.max(dwellMs, answered - Date.now()));
  }

  async #tell(): Promise<void> {
    const { conversationId, unread } = this.#host;
    const seen = this.#host.seenUnread();
    if (seen === 0 || !watched()) return;
    this.#told = { unread, at: Date.now() };
    // Reading is told again with the next message: a failure needs no words.
    await call("markRead", { params: { conversationId }, body: { seen } }).catch(() => undefined);
  }
}

function watched(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}
