import type { ReactiveController, ReactiveControllerHost } from "lit";
import { call } from "../../../data/api.ts";

/** How long messages must be on the screen to count as seen, in milliseconds. */
const dwellMs = 400;
/** How long the count may take to follow what was told; after that it is told again, in milliseconds. */
const patienceMs = 2_000;

type Host = ReactiveControllerHost & {
  conversationId: string;
  /** Unread messages as Firestore counts them. */
  unread: number;
  /** How many messages have ever come in, as Firestore counts them. */
  inboundCount: number;
  /** How many of them are on the screen or above it. */
  seenUnread(): number;
};

/** Marks messages as read once they were seen: on the screen, in a tab that is visible and has the focus. */
export class ReadMarker implements ReactiveController {
  readonly #host: Host;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told: { unread: number; at: number } | undefined;
  #telling = false;
  #connected = false;
  readonly #look = () => this.look();

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    document.addEventListener("visibilitychange", this.#look);
    window.addEventListener("focus", this.#look);
  }

  hostDisconnected(): void {
    this.#connected = false;
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
    const again = this.#told?.unread === this.#host.unread ? this.#told.at + patienceMs : 0;
    this.#timer = setTimeout(() => void this.#tell(), Math.max(dwellMs, again - Date.now()));
  }

  async #tell(): Promise<void> {
    const { conversationId, unread, inboundCount } = this.#host;
    const onScreen = this.#host.seenUnread();
    if (this.#telling || onScreen === 0 || !watched()) return;
    this.#telling = true;
    // A place in the thread: somebody else may read at the same time.
    const seen = Math.max(0, inboundCount - (unread - onScreen));
    const told = call("markRead", { params: { conversationId }, body: { seen } });
    // Reading is told again with the next message: a failure needs no words.
    const taken = await told.then(
      () => true,
      () => false,
    );
    this.#telling = false;
    this.#told = { unread, at: Date.now() };
    if (taken && this.#connected) this.look();
  }
}

function watched(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}
