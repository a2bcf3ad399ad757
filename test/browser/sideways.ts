import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** How often it is looked again, and after how long: what slides in stands outside for a moment. */
const looks = 20;
const pause = 100;

/** Nothing on the page is wider than its place, at the width it has. */
export async function fits(page: Page, where = "the page"): Promise<void> {
  let found = await page.evaluate(sidewaysIn);
  for (let look = 1; found.length > 0 && look < looks; look++) {
    await page.waitForTimeout(pause);
    found = await page.evaluate(sidewaysIn);
  }
  assert.deepEqual(found, [], where);
}

/** The same at each of these widths. */
export async function fitsAt(widths: readonly number[], page: Page, where: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await fits(page, `${where} at ${width}`);
  }
}

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
    const isWide = one.scrollWidth > one.clientWidth + 1;
    const isPressed = one.matches("a, button, input, textarea, select");
    if (!isWide && !isPressed) continue;
    const box = one.getBoundingClientRect();
    if (box.width === 0 || !one.checkVisibility({ visibilityProperty: true })) continue;
    if (isWide && ["auto", "scroll"].includes(getComputedStyle(one).overflowX)) {
      found.push(`${named(one)} scrolls: ${one.scrollWidth} in ${one.clientWidth}`);
    }
    const outside = box.right > window.innerWidth + 1 || box.left < -1;
    if (isPressed && outside && !one.matches(".skip")) found.push(`${named(one)} stands outside`);
  }
  return found;
}
