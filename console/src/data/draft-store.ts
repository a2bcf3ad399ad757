import { type DraftMail, isBare } from "./draft-mail.ts";

/** What is being written in a conversation: an answer and a note are two drafts. */
export type DraftMode = "reply" | "note";
export type Draft = {
  text: string;
  replyTo?: string;
  /** Of an e-mail that begins another subject. */
  subject?: string;
  /** Of an e-mail. */
  mail?: DraftMail;
  /** Of a conversation that is yet to begin. */
  addressee?: Addressee;
  /** The files that go along, in their order. */
  files?: readonly DraftFile[];
  /** Of a note: who was picked to be mentioned. */
  picked?: readonly Picked[];
};

/** A staged file by its id, and what is written below it. */
export type DraftFile = { id: string; caption: string };

/** A member who was picked from the list, and where in the text their @ stands. */
export type Picked = { id: string; name: string; at: number };

/** Whom a first message goes to, and the id it will have. */
export type Addressee = { id: string; channelId: string; to: string; name: string };

/** Keeps a draft under its key, or forgets it when there is none. */
export type KeepDraft = (key: string, draft: Draft | undefined) => void;

const empty: Draft = { text: "" };

/** Drafts by conversation and mode: in memory, and kept on the device as soon as that can be had. */
export class DraftStore {
  readonly #memory = new Map<string, Draft>();
  readonly #listeners = new Set<(conversationId: string) => void>();
  #keep: KeepDraft = () => undefined;

  get(conversationId: string, mode: DraftMode): Draft {
    return this.#memory.get(keyOf(conversationId, mode)) ?? empty;
  }

  set(conversationId: string, mode: DraftMode, draft: Draft): void {
    const key = keyOf(conversationId, mode);
    this.#put(key, draft);
    this.#keep(key, kept(draft));
  }

  clear(conversationId: string, mode: DraftMode): void {
    this.set(conversationId, mode, empty);
  }

  /** Whether anything waits to be sent there. */
  has(conversationId: string): boolean {
    return (["reply", "note"] as const).some((mode) => says(this.get(conversationId, mode)));
  }

  /** Whether anything waits to be sent anywhere. */
  get any(): boolean {
    return [...this.#memory.values()].some(says);
  }

  /** Calls `listener` with the conversation whose draft changed; gives the way to stop. */
  watch(listener: (conversationId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Keeps drafts from now on, and takes up those found; what was written meanwhile is newer. */
  keepOn(keep: KeepDraft, found: Iterable<readonly [key: string, draft: Draft]>): void {
    this.#keep = keep;
    for (const [key, draft] of this.#memory) keep(key, kept(draft));
    for (const [key, draft] of found) if (!this.#memory.has(key)) this.#put(key, draft);
  }

  /** Takes over what the same member wrote in another tab. */
  hear(key: string, draft: Draft | undefined): void {
    this.#put(key, draft ?? empty);
  }

  /** Forgets everything here, but not on the device. */
  forget(): void {
    this.#keep = () => undefined;
    this.#memory.clear();
  }

  #put(key: string, draft: Draft): void {
    this.#memory.set(key, draft);
    const [conversationId = ""] = key.split(":");
    for (const listener of this.#listeners) listener(conversationId);
  }
}

function keyOf(conversationId: string, mode: DraftMode): string {
  return `${conversationId}:${mode}`;
}

/** Whether anything is written in a draft, above its files or below one. */
function says({ text, files = [] }: Draft): boolean {
  return [text, ...files.map(({ caption }) => caption)].some((one) => one.trim() !== "");
}

/** A draft, if there is anything to it. */
function kept(draft: Draft): Draft | undefined {
  const { text, replyTo, subject = "", mail, addressee, files = [] } = draft;
  const bare = text === "" && subject === "" && isBare(mail) && files.length === 0;
  const empty = bare && !replyTo && !addressee;
  return empty ? undefined : draft;
}
