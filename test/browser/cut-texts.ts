import type { Page } from "playwright-core";

/**
 * What of a page's own texts, told by their brackets, is cut off, stands outside its box or off the screen; what
 * `mayBeCut` matches is a glance at what is read whole elsewhere.
 */
export async function cutTexts(page: Page, mayBeCut: string): Promise<string[]> {
  return [...new Set(await page.evaluate(cutIn, { mayBeCut, slack }))];
}

/** Pixels: letters reach a little over their line. */
const slack = 3;

/** Runs in the page: which texts reach how far over the boxes that hold them or cut them. */
function cutIn({ mayBeCut, slack }: { mayBeCut: string; slack: number }): string[] {
  const textsIn = (root: Node): Text[] =>
    [...root.childNodes].flatMap((node) => {
      if (node instanceof Text) return node.data.includes("⟦") ? [node] : [];
      const shadow = node instanceof Element && node.shadowRoot;
      return [...(shadow ? textsIn(shadow) : []), ...textsIn(node)];
    });
  const named = (one: Element) => `${one.tagName.toLowerCase()}.${one.className}`;
  /** What is asked of a box, which holds many texts. */
  const measured = (one: Element) => {
    const { overflow, overflowX, position, display } = getComputedStyle(one);
    const place = one.getBoundingClientRect();
    const isHeard = display !== "contents" && (place.width <= 1 || place.height <= 1);
    return {
      one,
      name: named(one),
      place,
      isFixed: position === "fixed",
      isBlock: !/inline|contents/.test(display),
      isOpen: overflow === "visible",
      scrolls: /auto|scroll/.test(overflow),
      scrollsSideways: /auto|scroll/.test(overflowX),
      isLeftOut: isHeard || one.matches(mayBeCut),
    };
  };
  type Box = ReturnType<typeof measured>;
  const known = new Map<Element, Box>();
  const boxOf = (one: Element): Box => {
    const box = known.get(one) ?? measured(one);
    known.set(one, box);
    return box;
  };
  const above = (node: Element | Text): Box[] => {
    const parent = node.assignedSlot ?? node.parentNode;
    const next = parent instanceof ShadowRoot ? parent.host : parent;
    return next instanceof Element ? [boxOf(next), ...above(next)] : [];
  };
  /** How far a box is reached over in a direction in which it does not scroll. */
  const over = ({ place, isOpen }: Box, text: DOMRect): number => {
    const wide = Math.max(text.right - place.right, place.left - text.left);
    const high = Math.max(text.bottom - place.bottom, place.top - text.top);
    return Math.max(wide, isOpen ? 0 : high);
  };
  const until = (all: Box[], at: number) => (at < 0 ? all : all.slice(0, at));
  /** The box that holds a text, and those that cut it. */
  const holding = (around: Box[]): Box[] => {
    const fixed = around.findIndex(({ isFixed }) => isFixed);
    const within = fixed < 0 ? around : around.slice(0, fixed + 1);
    const still = until(
      within,
      within.findIndex(({ scrolls }) => scrolls),
    );
    const block = still.find(({ isBlock }) => isBlock);
    return [...(block ? [block] : []), ...still.filter(({ isOpen }) => !isOpen)];
  };
  const faultOf = (around: Box[], text: DOMRect): string => {
    const box = holding(around).find((one) => over(one, text) > slack);
    if (box) return `${box.name} by ${Math.round(over(box, text))}`;
    if (around.some(({ scrollsSideways }) => scrollsSideways)) return "";
    const off = Math.max(text.right - innerWidth, -text.left);
    return off > slack ? `the screen by ${Math.round(off)}` : "";
  };
  return textsIn(document.body).flatMap((text) => {
    const around = above(text);
    const visible = { visibilityProperty: true, opacityProperty: true };
    const holder = around[0]?.one;
    if (!holder?.checkVisibility(visible)) return [];
    if (around.some(({ isLeftOut }) => isLeftOut)) return [];
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    const fault = box.width === 0 ? "" : faultOf(around, box);
    if (fault === "") return [];
    const root = text.getRootNode();
    const host = root instanceof ShadowRoot ? `${named(root.host)} ` : "";
    return [`${text.data.trim().slice(0, 60)} in ${host}${named(holder)} out of ${fault}`];
  });
}
