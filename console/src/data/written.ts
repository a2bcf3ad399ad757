import { type Source, source } from "../ui/source.ts";
import { drafts } from "./drafts.ts";

/** How long rows may be behind what is being written, in milliseconds: they are not drawn again with each letter. */
const behindMs = 1_000;
/** As much of a draft as a row may show. */
const shownLength = 200;

const changes = source(0, () => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = drafts.watch(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      changes.set(changes.value + 1);
    }, behindMs);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
});

/** Changes after drafts have. */
export const writing: Source<number> = changes;

/** What was begun and not sent in a conversation: the answer, or else the note. */
export function writtenIn(conversationId: string): string {
  const [text = ""] = (["reply", "note"] as const)
    .map((mode) => drafts.get(conversationId, mode).text.trim())
    .filter(Boolean);
  return text.slice(0, shownLength);
}
