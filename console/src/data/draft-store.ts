/** What is being written in a conversation: an answer and a note are two drafts. */
export type DraftMode = "reply" | "note";
export type Draft = { text: string; replyTo?: string };

/** Where drafts outlive a reload: the tab's session storage, or a map in tests. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Drafts by conversation and mode, kept in memory and in `storage`. */
export class DraftStore {
  readonly #storage: DraftStorage;
  readonly #prefix: string;
  readonly #memory = new Map<string, Draft>();
  readonly #listeners = new Set<(conversationId: string) => void>();

  constructor(storage: DraftStorage, owner: string) {
    this.#storage = storage;
    this.#prefix = `draft:${owner}:`;
  }

  get(conversationId: string, mode: DraftMode): Draft {
    const key = this.#key(conversationId, mode);
    return this.#memory.get(key) ?? parse(this.#storage.getItem(key));
  }

  set(conversationId: string, mode: DraftMode, draft: Draft): void {
    const key = this.#key(conversationId, mode);
    this.#memory.set(key, draft);
    this.#keep(key, draft);
    for (const listener of this.#listeners) listener(conversationId);
  }

  clear(conversationId: string, mode: DraftMode): void {
    this.set(conversationId, mode, { text: "" });
  }

  /** Whether anything waits to be sent there. */
  has(conversationId: string): boolean {
    return (["reply", "note"] as const).some(
      (mode) => this.get(conversationId, mode).text.trim() !== "",
    );
  }

  /** Calls `listener` with the conversation whose draft changed; gives the way to stop. */
  watch(listener: (conversationId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #key(conversationId: string, mode: DraftMode): string {
    return `${this.#prefix}${conversationId}:${mode}`;
  }

  /** A full or forbidden storage costs only the survival of a reload. */
  #keep(key: string, draft: Draft): void {
    try {
      if (draft.text === "" && draft.replyTo === undefined) this.#storage.removeItem(key);
      else this.#storage.setItem(key, JSON.stringify(draft));
    } catch {
      this.#memory.set(key, draft);
    }
  }
}

function parse(kept: string | null): Draft {
  if (kept === null) return { text: "" };
  try {
    const draft: unknown = JSON.parse(kept);
    return isDraft(draft) ? draft : { text: "" };
  } catch {
    return { text: "" };
  }
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === "object" &&
    value !== null &&
    "text" in value &&
    typeof value.text === "string" &&
    (!("replyTo" in value) || typeof value.replyTo === "string")
  );
}
