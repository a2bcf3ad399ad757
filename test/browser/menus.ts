import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { soon } from "./scene.ts";

const openers = "[popovertarget], [aria-haspopup]";

/** Does the same at the width of a desk, of a tablet and of a phone. */
export async function atEachWidth(
  page: Page,
  look: (where: string) => Promise<void>,
): Promise<void> {
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await look(`at ${width}`);
  }
}

/** Presses every button in a place that opens something, looks at what opens, and closes it again. */
export function everyMenuShows(within: Locator, place: string): Promise<void> {
  const page = within.page();
  return atEachWidth(page, async (where) => {
    const buttons = within.locator(openers).filter({ visible: true });
    const count = await buttons.count();
    assert.ok(count > 0, `${place} has nothing to open ${where}`);
    for (let index = 0; index < count; index += 1) {
      const button = buttons.nth(index);
      const name = (await button.getAttribute("aria-label")) ?? (await button.innerText());
      await button.click();
      await opensAndCloses(page, button, `${place} ${where}: ${name}`);
    }
  });
}

/** What has been opened can be seen and pressed; Escape closes it, and the focus is where it was opened. */
export async function opensAndCloses(page: Page, opener: Locator, where: string): Promise<void> {
  await canBePressed(page, where);
  await closes(page, where);
  const hasFocus = () => opener.evaluate((one) => one.matches(":focus"));
  await soon(async () => assert.ok(await hasFocus(), `${where} gives the focus back`));
}

/** Escape closes what is open. */
export async function closes(page: Page, where: string): Promise<void> {
  await page.keyboard.press("Escape");
  await soon(async () =>
    assert.deepEqual(await page.evaluate(hiddenIn), ["nothing is open"], where),
  );
}

/** What is open stands inside the window, and all that it offers can be seen and takes the press. */
export function canBePressed(page: Page, where: string): Promise<unknown> {
  return soon(async () => assert.deepEqual(await page.evaluate(hiddenIn), [], where));
}

/** Runs in the page: what cannot be seen or pressed of what floats above it. */
function hiddenIn(): string[] {
  const every = (root: ParentNode): Element[] =>
    [...root.querySelectorAll("*")].flatMap((one) =>
      one.shadowRoot ? [one, ...every(one.shadowRoot)] : [one],
    );
  const parentOf = (one: Node): Node | null =>
    (one instanceof Element && one.assignedSlot) ||
    (one instanceof ShadowRoot ? one.host : one.parentNode);
  const isIn = (part: Node | null, whole: Node): boolean => {
    for (let at = part; at; at = parentOf(at)) if (at === whole) return true;
    return false;
  };
  const at = (x: number, y: number): Element | null => {
    let found = document.elementFromPoint(x, y);
    while (found?.shadowRoot) {
      const inside = found.shadowRoot.elementFromPoint(x, y);
      if (!inside || inside === found) return found;
      found = inside;
    }
    return found;
  };
  const said = (one: Element) =>
    `${one.tagName.toLowerCase()} “${(one.getAttribute("aria-label") ?? one.textContent ?? "").trim().slice(0, 40)}”`;
  const isSeen = (one: Element) =>
    one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const all = every(document);
  const outside = (one: Element) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return left < 0 || top < 0 || right > window.innerWidth || bottom > window.innerHeight;
  };
  const pressed = (one: Element): string => {
    one.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = one.getBoundingClientRect();
    const hit = at(left + width / 2, top + height / 2);
    if (!isSeen(one)) return `${said(one)} cannot be seen`;
    return isIn(hit, one) ? "" : `${said(one)} is covered by ${hit ? said(hit) : "nothing"}`;
  };
  const offeredBy = (box: Element) =>
    all.filter(
      (one) =>
        one.matches(":is(button, a, input, select, textarea, [role=option]):not([hidden])") &&
        isIn(one, box),
    );
  const troublesOf = (box: Element): string[] => [
    isSeen(box) ? "" : `${said(box)} cannot be seen`,
    outside(box) ? `${said(box)} stands outside the window` : "",
    offeredBy(box).length > 0 ? "" : `${said(box)} offers nothing`,
    ...offeredBy(box).map(pressed),
  ];
  const open = all.filter((one) => one.matches(":popover-open, dialog[open]"));
  const found = open.length === 0 ? ["nothing is open"] : open.flatMap(troublesOf);
  return found.filter(Boolean);
}
