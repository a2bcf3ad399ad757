import type { Locator } from "playwright-core";

/** Where the first letter of a text stands, compared with its last one. */
export function runsFromTheRight(place: Locator): Promise<boolean> {
  return place.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.textContent?.trim()) texts.push(node);
    const [first, last] = [texts[0], texts.at(-1)];
    if (!first || !last) throw new Error("There is no text");
    const left = (node: Node, at: number) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().left;
    };
    return left(first, 0) > left(last, (last.textContent ?? "").trimEnd().length - 1);
  });
}
