import type { Live } from "@hilo/schema";
import {
  type DocumentReference,
  deleteDoc,
  onSnapshot,
  serverTimestamp,
  setDoc,
} from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { collectionOf, documentOf, fromDocument } from "./firestore.ts";
import { type Present, presentOf } from "./present.ts";
import { signedIn } from "./session.ts";
import { whileVisible } from "./visibility.ts";

/** How often presence is renewed while somebody looks, in milliseconds. */
const renewMs = 2 * 60 * 1000;
/** How long after the last keystroke somebody still counts as writing, and how often that is said again. */
const typingMs = 6_000;
const typingAgainMs = 20_000;

/** The colleagues who have a conversation open, this member left out. */
export function presence(conversationId: string): Source<readonly Present[]> {
  const own = source<readonly Present[]>([], () => {
    let all: (Live & { id: string })[] = [];
    const { uid } = signedIn();
    const show = () => own.set(presentOf(all, uid, Date.now()));
    const stop = whileVisible(() =>
      onSnapshot(
        collectionOf("conversations", conversationId, "live"),
        (found) => {
          all = found.docs.map((one) =>
            fromDocument<Live>(one.id, one.data({ serverTimestamps: "estimate" })),
          );
          show();
        },
        () => own.set([]),
      ),
    );
    const timer = setInterval(show, typingMs);
    return () => {
      clearInterval(timer);
      stop();
    };
  });
  return own;
}

/** This member's own presence in one conversation, renewed while the tab is seen and removed on leaving. */
export class OwnPresence {
  readonly #document: DocumentReference;
  readonly #name: string;
  #state: Live["state"] = "viewing";
  #saidAt = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #renewing: ReturnType<typeof setInterval>;
  readonly #leaving = () => this.#forget();

  constructor(conversationId: string, name: string) {
    this.#document = documentOf("conversations", conversationId, "live", signedIn().uid);
    this.#name = name;
    this.#renewing = setInterval(() => document.hidden || this.#say("viewing"), renewMs);
    window.addEventListener("pagehide", this.#leaving);
    this.#say("viewing");
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

  leave(): void {
    clearTimeout(this.#typing);
    clearInterval(this.#renewing);
    window.removeEventListener("pagehide", this.#leaving);
    this.#forget();
  }

  /** Presence is a courtesy: without network it is simply not said. */
  #say(state: Live["state"]): void {
    this.#state = state;
    this.#saidAt = Date.now();
    const live = { name: this.#name, state, at: serverTimestamp() };
    setDoc(this.#document, live).catch(() => undefined);
  }

  #forget(): void {
    deleteDoc(this.#document).catch(() => undefined);
  }
}
