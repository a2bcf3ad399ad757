type Stretch = { node: Node; start: number; length: number };
type Place = { node: Node; offset: number };

const blocks = /^(?:P|UL|OL|LI|BLOCKQUOTE|PRE|H2|H3|DIV)$/u;

/** A formatted text as the plain one that a caret goes through, and where each place of one is in the other. */
export class Linear {
  text = "";
  readonly #root: Node;
  readonly #stretches: Stretch[] = [];
  #breaks = false;

  constructor(root: Node) {
    this.#root = root;
    this.#walk(root);
  }

  /** How far into the text a place of the document is. */
  offsetOf(node: Node, offset: number): number {
    const own = this.#stretches.find((one) => one.node === node);
    if (own && node instanceof Text) return own.start + bare(node.data.slice(0, offset)).length;
    const child = node.childNodes[offset];
    const from = child ?? node;
    const next = this.#stretches.find((one) => from.contains(one.node) || follows(from, one.node));
    if (child) return next?.start ?? this.text.length;
    const inside = this.#stretches.findLast((one) => node.contains(one.node));
    return inside ? inside.start + inside.length : (next?.start ?? this.text.length);
  }

  /** The place of the document that is so far into the text. */
  placeOf(offset: number): Place {
    const found =
      this.#stretches.find(({ start, length }) => offset <= start + length) ??
      this.#stretches.at(-1);
    if (!found) return { node: this.#root, offset: 0 };
    const { node, start } = found;
    if (!(node instanceof Text)) return { node, offset: 0 };
    return { node, offset: rawOffset(node.data, Math.max(0, offset - start)) };
  }

  #walk(parent: Node): void {
    for (const node of parent.childNodes) {
      if (node instanceof Text) this.#say(node, bare(node.data));
      else if (node.nodeName === "BR") this.#break(node);
      else if (blocks.test(node.nodeName)) this.#block(node);
      else this.#walk(node);
    }
  }

  #block(block: Node): void {
    this.#breaks = this.#stretches.length > 0;
    this.#walk(block);
    this.#breaks = this.#stretches.length > 0;
  }

  #say(node: Node, words: string): void {
    if (words === "") return;
    this.#begin();
    this.#stretches.push({ node, start: this.text.length, length: words.length });
    this.text += words;
  }

  /** The break at the end of a block only keeps it open. */
  #break(node: Node): void {
    const parent = node.parentNode ?? this.#root;
    if (node.nextSibling) this.text += "\n";
    else if (parent.childNodes.length === 1) {
      this.#begin();
      this.#stretches.push({ node: parent, start: this.text.length, length: 0 });
    }
  }

  #begin(): void {
    if (this.#breaks) this.text += "\n";
    this.#breaks = false;
  }
}

/** Squire puts spaces without a width where a caret could not stand otherwise. */
function bare(text: string): string {
  return text.replace(/\u200b/gu, "").replace(/\u00a0/gu, " ");
}

function rawOffset(data: string, wanted: number): number {
  let at = 0;
  for (let left = wanted; at < data.length && left > 0; at += 1)
    if (data[at] !== "\u200b") left -= 1;
  return at;
}

function follows(before: Node, node: Node): boolean {
  return Boolean(before.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** Where two texts differ: what of the first is replaced, and by what. */
export function difference(
  before: string,
  after: string,
): { from: number; to: number; piece: string } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, to: before.length - same, piece: after.slice(from, after.length - same) };
}
