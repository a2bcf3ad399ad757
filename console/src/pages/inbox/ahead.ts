import { fetchLazyAhead, Lazy } from "../../ui/lazy.ts";

/** The open conversation: the list is there before it. */
export const pane = new Lazy(() => import("./thread/thread-pane.ts"));

/** What the list and a conversation may hold that the first screen does without. */
const parts = [
  () => import("./list/places.ts"),
  () => pane.load().then(fetchLazyAhead),
  () => import("./composer/blocked/blocked-panel.ts"),
  () => import("./composer/template-picker/template-picker.ts"),
  () => import("./thread/resolve-sent.ts"),
  () => import("./start/passed-on.ts"),
  () => import("./kinds/cards.ts"),
  () => import("./kinds/call.ts"),
  () => import("./kinds/options.ts"),
  () => import("./kinds/mail.ts"),
  () => import("../../ui/document-card.ts"),
  () => import("../../ui/audio.ts"),
  () => import("../../ui/video.ts"),
];

let begun = false;

/**
 * Fetches, while nothing else is to be done, what conversations are drawn with: coming only when one is open, it would
 * push about what is being read. What cannot be had now comes with its first use.
 */
export function fetchAhead(): void {
  if (begun) return;
  begun = true;
  const idle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1000));
  idle(() => void Promise.allSettled(parts.map((part) => part())));
}
