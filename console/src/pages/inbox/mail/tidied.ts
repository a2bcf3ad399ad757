/**
 * What is being written as it goes out: lines that stand together are one paragraph, an empty one parts two; pictures
 * are named by their files. Empty when nothing of it is formatted: then its plain words say all, unless it is `always`
 * wanted.
 */
export function tidied(root: Element, always = false): string {
  // Nothing is fetched for a document that nobody sees, whatever its pictures are called.
  const unseen = document.implementation.createHTMLDocument("");
  const whole = unseen.createElement("div");
  let paragraph: HTMLElement | undefined;
  for (const block of [...root.children]) {
    const fresh = cleaned(unseen.importNode(block, true));
    if (fresh.nodeName !== "P") {
      paragraph = undefined;
      whole.append(fresh);
    } else if (isEmpty(fresh)) paragraph = undefined;
    else if (paragraph) paragraph.append(unseen.createElement("br"), ...fresh.childNodes);
    else {
      paragraph = fresh;
      whole.append(fresh);
    }
  }
  return always || whole.querySelector(":not(p, br)") ? evened(whole.innerHTML) : "";
}

/** Without what only held carets, and with spaces where lines may break. */
function evened(html: string): string {
  return html.replace(/\u200b/gu, "").replace(/(?<![\s>;])&nbsp;(?![\s&]|<\/)/gu, " ");
}

/** The other way: a line for each line, and an empty one between two paragraphs. */
export function untidied(text: DocumentFragment): DocumentFragment {
  for (const paragraph of [...text.children]) {
    if (paragraph.nodeName !== "P") continue;
    const lines = linesOf(paragraph);
    if (paragraph.nextElementSibling?.nodeName === "P") lines.push(lineOf([]));
    paragraph.replaceWith(...lines);
  }
  return text;
}

/** Words without any form as paragraphs of the same. */
export function paragraphs(text: string): DocumentFragment {
  const whole = document.createDocumentFragment();
  whole.append(...text.split("\n").map((line) => lineOf(line === "" ? [] : [line])));
  return whole;
}

function linesOf(paragraph: Element): HTMLElement[] {
  const lines: HTMLElement[] = [];
  let nodes: Node[] = [];
  for (const node of [...paragraph.childNodes]) {
    if (node.nodeName !== "BR") nodes.push(node);
    else {
      lines.push(lineOf(nodes));
      nodes = [];
    }
  }
  return nodes.length > 0 || lines.length === 0 ? [...lines, lineOf(nodes)] : lines;
}

function lineOf(nodes: (Node | string)[]): HTMLElement {
  const line = document.createElement("p");
  line.append(...(nodes.length > 0 ? nodes : [document.createElement("br")]));
  return line;
}

/** The copy of a block with nothing but what goes out. */
function cleaned(block: Element): HTMLElement {
  const copy = block as HTMLElement;
  for (const image of copy.querySelectorAll("img")) nameByFile(image);
  for (const one of [copy, ...copy.querySelectorAll("*")])
    for (const { name } of [...one.attributes]) if (!goesOut(one, name)) one.removeAttribute(name);
  for (const one of copy.querySelectorAll("b, i, u, s, a, code")) if (isEmpty(one)) one.remove();
  const last = copy.lastChild;
  if (copy.nodeName === "P" && last?.nodeName === "BR" && copy.childNodes.length > 1) last.remove();
  return copy;
}

function nameByFile(image: HTMLImageElement): void {
  image.src = `cid:${image.dataset.file ?? ""}`;
}

function goesOut({ nodeName }: Element, name: string): boolean {
  if (nodeName === "IMG") return name === "src" || name === "alt";
  return nodeName === "A" && name === "href";
}

function isEmpty(element: Element): boolean {
  const said = (element.textContent ?? "").replace(/\u200b/gu, "");
  return said === "" && !element.querySelector("img, br + br");
}
