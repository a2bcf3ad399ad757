/** The plain version of a formatted text: marks for lists and quotes, and where a link leads. */
export function plainOf(root: ParentNode): string {
  return linesOf(root)
    .join("\n")
    .replace(/\u200b/gu, "")
    .replace(/\u00a0/gu, " ")
    .trimEnd();
}

function linesOf(parent: ParentNode): string[] {
  const lines: string[] = [];
  let open: string | undefined;
  const add = (words: string) => {
    const [first = "", ...more] = words.split("\n");
    open = (open ?? "") + first;
    for (const line of more) {
      lines.push(open);
      open = line;
    }
  };
  for (const node of parent.childNodes) {
    if (!isBlock(node)) {
      add(words(node));
      continue;
    }
    if (open !== undefined) lines.push(open);
    open = undefined;
    lines.push(...blockLines(node));
  }
  if (open !== undefined) lines.push(open);
  return lines;
}

function isBlock(node: Node): node is HTMLElement {
  return (
    node instanceof HTMLElement && /^(?:P|UL|OL|LI|BLOCKQUOTE|PRE|H2|H3|DIV)$/u.test(node.nodeName)
  );
}

function blockLines(block: HTMLElement): string[] {
  if (block.nodeName === "BLOCKQUOTE") return linesOf(block).map((line) => `> ${line}`);
  if (block.nodeName === "UL" || block.nodeName === "OL") return listLines(block);
  const lines = linesOf(block);
  // The break that keeps an empty paragraph open is no line of its own.
  if (lines.length > 1 && lines.at(-1) === "") lines.pop();
  return lines.length === 0 ? [""] : lines;
}

function listLines(list: HTMLElement): string[] {
  const ordered = list.nodeName === "OL";
  return [...list.children].flatMap((item, index) => {
    const mark = ordered ? `${index + 1}. ` : "- ";
    const indent = " ".repeat(mark.length);
    if (item.nodeName !== "LI") return linesOf(item).map((line) => indent + line);
    return blockLines(item as HTMLElement).map((line, at) => (at === 0 ? mark : indent) + line);
  });
}

function words(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof HTMLElement)) return "";
  if (node.nodeName === "BR") return "\n";
  const inside = [...node.childNodes].map(words).join("");
  const href = node.getAttribute("href");
  if (href === null || inside.trim() === "") return inside;
  const leads = href.replace(/^(?:mailto|tel):/iu, "");
  return sameAddress(leads, inside) ? inside : `${inside} <${leads}>`;
}

/** Whether the words of a link say where it leads. */
function sameAddress(href: string, said: string): boolean {
  const bare = (one: string) =>
    one
      .trim()
      .replace(/^https?:\/\//iu, "")
      .replace(/\/$/u, "");
  return bare(href) === bare(said);
}
