import type { Format } from "./format-bar.ts";
import type { Link } from "./link-form.ts";
import type { ShadowSquire } from "./shadow-squire.ts";

const tags = { bold: "B", italic: "I", underline: "U", strike: "S" } as const;
type Inline = keyof typeof tags;

/** What the buttons do to the text, and in which formats its caret stands. */
export class Formats {
  readonly #squire: ShadowSquire;

  constructor(squire: ShadowSquire) {
    this.#squire = squire;
  }

  on(): ReadonlySet<Format> {
    const inline = (Object.keys(tags) as Inline[]).filter((one) =>
      this.#squire.hasFormat(tags[one]),
    );
    const around = [
      ["link", "A"],
      ["bullets", "UL"],
      ["numbers", "OL"],
      ["quote", "BLOCKQUOTE"],
    ] as const;
    return new Set<Format>([
      ...inline,
      ...around.filter(([, tag]) => this.#inside(tag)).map(([format]) => format),
    ]);
  }

  toggle(format: Exclude<Format, "link" | "picture">): void {
    const squire = this.#squire;
    const on = this.on().has(format);
    if (format === "clear") this.#clear();
    else if (format === "bullets") on ? squire.removeList() : squire.makeUnorderedList();
    else if (format === "numbers") on ? squire.removeList() : squire.makeOrderedList();
    else if (format === "quote") on ? squire.decreaseQuoteLevel() : squire.increaseQuoteLevel();
    else if (on) squire.changeFormat(null, { tag: tags[format] });
    else squire.changeFormat({ tag: tags[format] });
    squire.focus();
  }

  /** The link that the caret stands in, which is selected whole then; else what is selected, as words of one. */
  link(): Link {
    const anchor = this.#inside("A");
    if (anchor) {
      const range = document.createRange();
      range.selectNodeContents(anchor);
      this.#squire.setSelection(range);
    }
    const href = anchor?.getAttribute("href") ?? "";
    return { href, text: this.#squire.getSelectedText().trim() };
  }

  putLink({ href, text }: Link): void {
    const squire = this.#squire;
    const range = squire.getSelection();
    const words = text || href.replace(/^(?:mailto|tel):/iu, "");
    if (range.collapsed || words !== squire.getSelectedText().trim()) {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = words;
      squire.insertHTML(link.outerHTML);
    } else squire.makeLink(href, { target: "_blank" });
  }

  #clear(): void {
    const squire = this.#squire;
    if (squire.getSelection().collapsed) this.#selectBlock();
    squire.removeAllFormatting();
    if (this.#inside("UL") || this.#inside("OL")) squire.removeList();
    if (this.#inside("BLOCKQUOTE")) squire.removeQuote();
  }

  #selectBlock(): void {
    const { startContainer } = this.#squire.getSelection();
    const at = startContainer instanceof Element ? startContainer : startContainer.parentElement;
    const block = at?.closest("p, li, blockquote, pre, h2, h3");
    if (!block || !this.#squire.getRoot().contains(block)) return;
    const range = document.createRange();
    range.selectNodeContents(block);
    this.#squire.setSelection(range);
  }

  #inside(tag: string): Element | undefined {
    const root = this.#squire.getRoot();
    const { commonAncestorContainer: node } = this.#squire.getSelection();
    const at = node instanceof Element ? node : node.parentElement;
    const found = at?.closest(tag);
    return found && root.contains(found) && found !== root ? found : undefined;
  }
}
