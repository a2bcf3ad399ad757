import type { Presence } from "@hilo/schema";
import { deleteDoc, serverTimestamp, setDoc } from "firebase/firestore";
import { documentOf } from "./firestore.ts";
import { signedIn } from "./session.ts";

/** How often presence is renewed while somebody looks, in milliseconds. */
const renewMs = 4 * 60 * 1000;
/** How old it may be when somebody looks again. */
const staleMs = 60_000;
/** How long after the last keystroke somebody still counts as writing, and how often that is said again. */
const typingMs = 6_000;
const typingAgainMs = 20_000;

/** The conversation that this tab says to be at. */
let current: OwnPresence | undefined;

/**
 * This member's presence in one conversation, renewed while the tab is seen. A member is at one conversation: of
 * several tabs, at that of the one they looked at last.
 */
export class OwnPresence {
  readonly #document = documentOf("presences", signedIn().uid);
  readonly #conversationId: string;
  #state: Presence["state"] = "viewing";
  #saidAt = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #renewing: ReturnType<typeof setInterval>;
  readonly #leaving = () => this.#forget();
  readonly #seen = () => {
    if (Date.now() - this.#saidAt > staleMs) this.#look();
  };

  constructor(conversationId: string) {
    this.#conversationId = conversationId;
    this.#renewing = setInterval(() => this.#look(), renewMs);
    window.addEventListener("pagehide", this.#leaving);
    document.addEventListener("visibilitychange", this.#seen);
    current = this;
    this.#look();
  }

  /** A keystroke in an answer. */
  typing(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#say("viewing"), typingMs);
    if (this.#state !== "typing" || Date.now() - this.#saidAt > typingAgainMs) this.#say("typing");
  }

  /** The answer was sent. */
  pause(): void {
    clearTimeout(this.#typing);
    if (this.#state === "typing") this.#say("viewing");
  }

  /** Whoever goes on to another conversation is there with one write. */
  leave(): void {
    clearTimeout(this.#typing);
    clearInterval(this.#renewing);
    window.removeEventListener("pagehide", this.#leaving);
    document.removeEventListener("visibilitychange", this.#seen);
    if (current === this) current = undefined;
    queueMicrotask(() => {
      if (!current) this.#forget();
    });
  }

  #look(): void {
    if (!document.hidden) this.#say("viewing");
  }

  /** Presence is a courtesy: without network it is simply not said. */
  #say(state: Presence["state"]): void {
    this.#state = state;
    this.#saidAt = Date.now();
    const presence = { conversationId: this.#conversationId, state, at: serverTimestamp() };
    setDoc(this.#document, presence).catch(() => undefined);
  }

  /** What a tab that nobody looks at said last may be another one's by now. */
  #forget(): void {
    if (!document.hidden) deleteDoc(this.#document).catch(() => undefined);
  }
}
