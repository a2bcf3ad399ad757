import type { LongText } from "../../../ui/long-text.ts";
import { longest } from "../../../ui/whole-text.ts";
import { foundIn } from "./found-in.ts";

const name = "found";
const sheet = new CSSStyleSheet();
sheet.replaceSync(`::highlight(${name}) { background-color: #f9c74f; color: #1b1b1b; }`);

/** Marks the words in the messages of a thread, where the browser can; without words, takes the marks away. */
export function markFound(thread: Element | null, words: string): void {
  if (!("highlights" in CSS)) return;
  CSS.highlights.delete(name);
  if (words.trim() === "") return;
  const messages = thread?.shadowRoot?.querySelectorAll("hilo-message") ?? [];
  const roots = [...messages].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const ranges = roots.flatMap((root) => rangesIn(root, words));
  CSS.highlights.set(name, new Highlight(...ranges));
  const unfolded = roots.flatMap((root) => unfold(root, words));
  if (unfolded.length > 0) void Promise.all(unfolded).then(() => markFound(thread, words));
}

/** Shows all of a text where the words stand beyond what is seen of it. */
function unfold(root: ShadowRoot, words: string): Promise<boolean>[] {
  return [...root.querySelectorAll<LongText>("hilo-long-text")]
    .filter(({ text, whole }) => whole === false && isBeyond(text, words))
    .map((one) => {
      one.whole = true;
      return one.updateComplete;
    });
}

function isBeyond(text: string, words: string): boolean {
  return foundIn(text, words).some(([, to]) => to > longest);
}

function rangesIn(root: ShadowRoot, words: string): Range[] {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return [...root.querySelectorAll(".text, .subject")].flatMap((part) => rangesOf(part, words));
}

/** Words may go on from one piece of a formatted text to the next. */
function rangesOf(part: Element, words: string): Range[] {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const pieces: { node: Node; from: number }[] = [];
  let whole = "";
  while (walker.nextNode()) {
    pieces.push({ node: walker.currentNode, from: whole.length });
    whole += walker.currentNode.nodeValue ?? "";
  }
  const place = (at: number, ends: boolean) =>
    pieces[firstAt(pieces, (from) => (ends ? from >= at : from > at)) - 1];
  return foundIn(whole, words).flatMap(([from, to]) => {
    const first = place(from, false);
    const last = place(to, true);
    if (!first || !last) return [];
    const range = new Range();
    range.setStart(first.node, from - first.from);
    range.setEnd(last.node, to - last.from);
    return [range];
  });
}

/** The index of the first piece, of those in their order, whose place is behind; found by halves. */
function firstAt(pieces: readonly { from: number }[], isBehind: (from: number) => boolean): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(pieces[middle]?.from ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
