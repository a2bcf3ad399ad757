import type { ReactiveController, ReactiveControllerHost } from "lit";
import { noteToMe } from "../../../data/mentions.ts";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import type { Opened } from "./opened.ts";

/** How many older pages are fetched on the way to a note. */
const mostPages = 6;

type Show = (id: string) => void;

/** Leads from the list of mentions to the note that mentions the reader, where it is not too far back. */
export class NoteSeeker implements ReactiveController {
  readonly #show: Show;
  #opened: Opened | undefined;
  #note: ThreadMessage | undefined;
  #pages = 0;

  constructor(host: ReactiveControllerHost, show: Show) {
    this.#show = show;
    host.addController(this);
  }

  /** Looks for the note of a conversation that has just been opened; without connection it stays where it opens. */
  async seek(opened: Opened): Promise<void> {
    this.#opened = opened;
    this.#note = undefined;
    this.#pages = 0;
    const note = await noteToMe(opened.id).catch(() => undefined);
    if (this.#opened !== opened) return;
    this.#note = note;
    this.hostUpdated();
  }

  leave(): void {
    this.#opened = undefined;
    this.#note = undefined;
  }

  hostUpdated(): void {
    const [opened, note] = [this.#opened, this.#note];
    if (!opened || !note || typeof opened.conversation.value === "string") return;
    const { messages, state, older } = opened.live.thread.value;
    if (state !== "ready" || older === "loading") return;
    const isThere = messages.some(({ id }) => id === note.id);
    if (!isThere && older === "some" && this.#pages < mostPages) {
      this.#pages += 1;
      opened.live.loadOlder();
      return;
    }
    this.#note = undefined;
    // The thread finds its first place a frame after it is drawn.
    if (isThere) requestAnimationFrame(() => requestAnimationFrame(() => this.#show(note.id)));
  }
}
