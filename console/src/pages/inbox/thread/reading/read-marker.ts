import type { ReactiveController, ReactiveControllerHost } from "lit";
import { call } from "../../../../data/api.ts";
import { watched } from "../../../../ui/watched.ts";
import { KeptUnread } from "./kept-unread.ts";

/** How long messages must be on the screen to count as seen, in milliseconds. */
const dwellMs = 400;
/** How long the count may take to follow what was told; after that it is told again, in milliseconds. */
const patienceMs = 2_000;
/** How long it is not told again after it could not be taken, in milliseconds. */
const restMs = 10_000;

type Host = ReactiveControllerHost & {
  conversationId: string;
  /** Unread messages as Firestore counts them. */
  unread: number;
  /** How many messages have ever come in, as Firestore counts them. */
  inboundCount: number;
  /** How many of them are on the screen or above it. */
  seenUnread(): number;
};

/** Tells that the messages up to a place in a conversation were seen. */
type Tell = (conversationId: string, seen: number) => Promise<unknown>;

const tellServer: Tell = (conversationId, seen) =>
  call("markRead", { params: { conversationId }, body: { seen } });

/** Marks messages as read once they were seen: on the screen, in a tab that is visible and has the focus. */
export class ReadMarker implements ReactiveController {
  readonly #host: Host;
  readonly #send: Tell;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = 0;
  /** What was told last, and when it may be told again. */
  #told: { unread: number; again: number } | undefined;
  #telling: Promise<void> | undefined;
  readonly #marked = new KeptUnread();
  #connected = false;
  readonly #look = () => this.look();

  constructor(host: Host, send = tellServer) {
    this.#host = host;
    this.#send = send;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    document.addEventListener("visibilitychange", this.#look);
    window.addEventListener("focus", this.#look);
    window.addEventListener("online", this.#look);
  }

  hostDisconnected(): void {
    this.#connected = false;
    document.removeEventListener("visibilitychange", this.#look);
    window.removeEventListener("focus", this.#look);
    window.removeEventListener("online", this.#look);
    this.#stop();
  }

  hostUpdated(): void {
    this.#marked.see(this.#host);
    this.look();
  }

  /** Reads nothing more here; what is being told has arrived before what follows. */
  async keepUnread(): Promise<void> {
    this.#marked.keep();
    this.#stop();
    await this.#telling;
  }

  /** Something may have been seen: by scrolling, by arriving, by coming back to the tab. */
  look(): void {
    const { unread } = this.#host;
    if (unread === 0) this.#told = undefined;
    if (unread <= 0 || this.#marked.kept || !watched()) {
      this.#stop();
      return;
    }
    const again = this.#told?.unread === unread ? this.#told.again : 0;
    const due = Math.max(Date.now() + dwellMs, again);
    // What goes on arriving or being drawn puts off nothing: it is seen meanwhile.
    if (this.#timer !== undefined && due >= this.#due) return;
    this.#stop();
    this.#due = due;
    this.#timer = setTimeout(() => this.#read(), due - Date.now());
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #read(): void {
    this.#timer = undefined;
    const { unread } = this.#host;
    const onScreen = this.#host.seenUnread();
    if (this.#telling || onScreen === 0 || !watched()) return;
    this.#telling = this.#tell(unread, onScreen);
  }

  async #tell(unread: number, onScreen: number): Promise<void> {
    const { conversationId, inboundCount } = this.#host;
    // A place in the thread: somebody else may read at the same time.
    const seen = Math.max(0, inboundCount - (unread - onScreen));
    const taken = await this.#send(conversationId, seen).then(
      () => true,
      () => false,
    );
    this.#telling = undefined;
    this.#told = { unread, again: Date.now() + (taken ? patienceMs : restMs) };
    if (this.#connected) this.look();
  }
}
