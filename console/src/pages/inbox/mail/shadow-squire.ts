import Squire from "squire-rte";

const inline = ["B", "I", "U", "S"];

/** Squire inside a shadow root, where the document tells neither what has the focus nor what is selected. */
export class ShadowSquire extends Squire {
  override fireEvent(type: string, detail?: Event | object): Squire {
    if (type !== "focus" && type !== "blur") return super.fireEvent(type, detail);
    const has = (this._root.getRootNode() as ShadowRoot).activeElement === this._root;
    if (has === this._isFocused || has !== (type === "focus")) return this;
    this._isFocused = has;
    const event = detail instanceof Event ? detail : new CustomEvent(type, { detail });
    for (const handler of [...(this._events.get(type) ?? [])]) {
      if ("handleEvent" in handler) handler.handleEvent(event);
      else handler.call(this, event);
    }
    return this;
  }

  /** A new line goes on as the last one ended, also where a format had just been left. */
  override splitBlock(lineBreakOnly: boolean, range?: Range): Squire {
    const before = inline.filter((tag) => this.hasFormat(tag));
    super.splitBlock(lineBreakOnly, range);
    for (const tag of inline)
      if (!before.includes(tag) && this.hasFormat(tag)) this.changeFormat(null, { tag });
    return this;
  }

  override getSelection(): Range {
    const now = this._isFocused ? selectedIn(this._root) : undefined;
    if (now) {
      this._lastSelection = now;
      return now;
    }
    if (this._root.contains(this._lastSelection.commonAncestorContainer))
      return this._lastSelection;
    const beginning = document.createRange();
    beginning.setStart(this._root.firstElementChild ?? this._root, 0);
    return beginning;
  }
}

/** What is selected of an element in a shadow root. */
function selectedIn(root: HTMLElement): Range | undefined {
  const [found] =
    document
      .getSelection()
      ?.getComposedRanges({ shadowRoots: [root.getRootNode() as ShadowRoot] }) ?? [];
  if (!found || !root.contains(found.startContainer) || !root.contains(found.endContainer))
    return undefined;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  if (isLeaf(found.startContainer)) range.setStartBefore(found.startContainer);
  if (isLeaf(found.endContainer)) range.setEndBefore(found.endContainer);
  return range;
}

function isLeaf({ nodeName }: Node): boolean {
  return nodeName === "BR" || nodeName === "IMG" || nodeName === "INPUT";
}
