import type { conversationOf } from "../../../../data/conversations.ts";
import type { threadOf } from "../../../../data/messages.ts";
import { noteToMe } from "../../../../data/note-to-me.ts";

/** How many older pages are fetched on the way to a note. */
const mostPages = 6;

/** The conversation that is open, and its thread. */
type Open = {
  readonly id: string;
  readonly conversation: ReturnType<typeof conversationOf>;
  readonly live: ReturnType<typeof threadOf>;
};

/**
 * Leads to the newest note that mentions the reader, once it is there, where it is not too far back; without connection
 * the thread stays where it opens. `left` ends it.
 */
export async function seekNote(
  { id, conversation, live }: Open,
  show: (messageId: string) => void,
  left: AbortSignal,
): Promise<void> {
  const note = await noteToMe(id).catch(() => undefined);
  if (!note || left.aborted) return;
  let pages = 0;
  const stops = [conversation, live.thread].map((one) => one.subscribe(look));
  const end = () => {
    for (const stop of stops) stop();
  };
  left.addEventListener("abort", end, { once: true });
  look();

  function look(): void {
    const { messages, state, older } = live.thread.value;
    if (typeof conversation.value === "string" || state !== "ready" || older === "loading") return;
    const isThere = messages.some((one) => one.id === note?.id);
    if (!isThere && older === "some" && pages < mostPages) {
      pages += 1;
      live.loadOlder();
      return;
    }
    end();
    // The thread finds its first place a frame after it is drawn.
    if (note && isThere) requestAnimationFrame(() => requestAnimationFrame(() => show(note.id)));
  }
}
