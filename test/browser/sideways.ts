/**
 * Runs in the page: what is wider than its place. The page itself, boxes that can be scrolled sideways, and things to
 * press that stand outside the window.
 */
export function sidewaysIn(): string[] {
  const every = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll("*")].flatMap((one) =>
      one.shadowRoot ? [one, ...every(one.shadowRoot)] : [one],
    );
  const named = (one: Element) => `${one.tagName.toLowerCase()}.${one.className} ${one.id}`.trim();
  const page = document.documentElement;
  const found = page.scrollWidth > page.clientWidth ? [`the page: ${page.scrollWidth}`] : [];
  for (const one of every(document)) {
    const box = one.getBoundingClientRect();
    if (box.width === 0 || !one.checkVisibility({ visibilityProperty: true })) continue;
    const scrolls = ["auto", "scroll"].includes(getComputedStyle(one).overflowX);
    if (scrolls && one.scrollWidth > one.clientWidth + 1) {
      found.push(`${named(one)} scrolls: ${one.scrollWidth} in ${one.clientWidth}`);
    }
    const pressed = one.matches("a, button, input, textarea, select");
    const outside = box.right > window.innerWidth + 1 || box.left < -1;
    if (pressed && outside && !one.matches(".skip")) found.push(`${named(one)} stands outside`);
  }
  return found;
}
