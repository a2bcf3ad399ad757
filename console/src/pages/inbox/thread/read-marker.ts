import type { ReactiveController, ReactiveControllerHost } from "lit";
import { call } from "../../../data/api.ts";
import { KeptUnread } from "./kept-unread.ts";

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
  #telling: Promise<void> | undefined;
  readonly #marked = new KeptUnread();
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
    this.#marked.see(this.#host);
    this.look();
  }

  /** Reads nothing more here; what is being told has arrived before what follows. */
  async keepUnread(): Promise<void> {
    this.#marked.keep();
    clearTimeout(this.#timer);
    await this.#telling;
  }

  /** Something may have been seen: by scrolling, by arriving, by coming back to the tab. */
  look(): void {
    clearTimeout(this.#timer);
    if (this.#host.unread === 0) this.#told = undefined;
    if (this.#host.unread <= 0 || this.#marked.kept || !watched()) return;
    const again = this.#told?.unread === this.#host.unread ? this.#told.at + patienceMs : 0;
    this.#timer = setTimeout(() => this.#read(), Math.max(dwellMs, again - Date.now()));
  }

  #read(): void {
    const { unread } = this.#host;
    const onScreen = this.#host.seenUnread();
    if (this.#telling || onScreen === 0 || !watched()) return;
    this.#telling = this.#tell(unread, onScreen);
  }

  async #tell(unread: number, onScreen: number): Promise<void> {
    const { conversationId, inboundCount } = this.#host;
    // A place in the thread: somebody else may read at the same time.
    const seen = Math.max(0, inboundCount - (unread - onScreen));
    const told = call("markRead", { params: { conversationId }, body: { seen } });
    // Reading is told again with the next message: a failure needs no words.
    const taken = await told.then(
      () => true,
      () => false,
    );
    this.#telling = undefined;
    this.#told = { unread, at: Date.now() };
    if (taken && this.#connected) this.look();
  }
}

function watched(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}
