/** Word writes a list as paragraphs with drawn marks: they become a list. */
export function listsFromWord(body: HTMLElement): void {
  let list: HTMLElement | undefined;
  for (const line of body.querySelectorAll<HTMLElement>("p[data-style*='mso-list']")) {
    const mark = line.querySelector<HTMLElement>("[data-style*='Ignore']");
    const name = /^\s*[\p{L}\p{N}]{1,4}[.)]/u.test(mark?.textContent ?? "") ? "ol" : "ul";
    mark?.remove();
    const goesOn = list?.localName === name && list === line.previousElementSibling;
    if (!goesOn || !list) {
      list = line.ownerDocument.createElement(name);
      line.before(list);
    }
    const item = line.ownerDocument.createElement("li");
    item.append(...line.childNodes);
    list.append(item);
    line.remove();
  }
}
