import type { Page } from "playwright-core";

/**
 * What of a page's own texts, told by their brackets, is cut off, stands outside its box or off the screen; what
 * `mayBeCut` matches is a glance at what is read whole elsewhere.
 */
export async function cutTexts(page: Page, mayBeCut: string): Promise<string[]> {
  const placed = await page.evaluate(placesIn, mayBeCut);
  const faults = placed.flatMap(({ text, boxes, screen }) => {
    const fault = boxes.find((box) => box.over > slack) ?? (screen > slack ? off : undefined);
    return fault ? [`${text} out of ${fault.name} by ${Math.round(fault.over || screen)}`] : [];
  });
  return [...new Set(faults)];
}

/** Pixels: letters reach a little over their line. */
const slack = 3;
const off = { name: "the screen", over: 0 };

type Placed = { text: string; boxes: { name: string; over: number }[]; screen: number };

/** Runs in the page: how far each text reaches over the boxes that hold it or cut it. */
function placesIn(mayBeCut: string): Placed[] {
  const textsIn = (root: Node): Text[] =>
    [...root.childNodes].flatMap((node) => {
      if (node instanceof Text) return node.data.includes("⟦") ? [node] : [];
      const shadow = node instanceof Element && node.shadowRoot;
      return [...(shadow ? textsIn(shadow) : []), ...textsIn(node)];
    });
  const above = (node: Element | Text): Element[] => {
    const parent = node.assignedSlot ?? node.parentNode;
    const next = parent instanceof ShadowRoot ? parent.host : parent;
    return next instanceof Element ? [next, ...above(next)] : [];
  };
  const named = (one: Element) => `${one.tagName.toLowerCase()}.${one.className}`;
  const lastOf = (all: Element[], is: (style: CSSStyleDeclaration) => boolean) => {
    const at = all.findIndex((one) => is(getComputedStyle(one)));
    return at < 0 ? all : all.slice(0, at);
  };
  /** How far a box is reached over in a direction in which it does not scroll. */
  const over = (one: Element, text: DOMRect): number => {
    const place = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    const wide = Math.max(text.right - place.right, place.left - text.left);
    const high = Math.max(text.bottom - place.bottom, place.top - text.top);
    const isOpen = style.overflow === "visible";
    return Math.max(wide, isOpen ? 0 : high);
  };
  const boxesOf = (around: Element[], text: DOMRect) => {
    const fixed = around.findIndex((one) => getComputedStyle(one).position === "fixed");
    const within = fixed < 0 ? around : around.slice(0, fixed + 1);
    const still = lastOf(within, ({ overflow }) => /auto|scroll/.test(overflow));
    const block = still.find((one) => !/inline|contents/.test(getComputedStyle(one).display));
    const cutting = still.filter((one) => getComputedStyle(one).overflow !== "visible");
    return [...(block ? [block] : []), ...cutting].map((one) => ({
      name: named(one),
      over: over(one, text),
    }));
  };
  const isHeard = (one: Element) => {
    const { width, height } = one.getBoundingClientRect();
    return getComputedStyle(one).display !== "contents" && (width <= 1 || height <= 1);
  };
  return textsIn(document.body).flatMap((text): Placed[] => {
    const around = above(text);
    const [holder] = around;
    if (!holder?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
    if (around.some((one) => one.matches(mayBeCut) || isHeard(one))) return [];
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width === 0) return [];
    const scrolled = around.some((one) => /auto|scroll/.test(getComputedStyle(one).overflowX));
    const screen = scrolled ? 0 : Math.max(box.right - innerWidth, -box.left);
    const root = text.getRootNode();
    const host = root instanceof ShadowRoot ? `${named(root.host)} ` : "";
    const shown = `${text.data.trim().slice(0, 60)} in ${host}${named(holder)}`;
    return [{ text: shown, boxes: boxesOf(around, box), screen }];
  });
}
