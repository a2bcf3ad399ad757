/** What is kept on the host page: that its visitor has a chat, and how the button looks. */
export type Kept = { color: string };

/** Some browsers refuse any storage; then nothing is remembered. */
export function recall(key: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(key: string, kept: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // The chat works without; it only cannot tell of answers before it is opened.
  }
}
