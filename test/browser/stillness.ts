import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { soon } from "./scene.ts";

/** Waits until the open thread stands at its end. */
export function atEnd(page: Page): Promise<void> {
  return soon(async () => {
    const left = await page
      .locator("hilo-thread .scroll")
      .evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
    assert.ok(left <= 2, `${left} px of the thread are below`);
  });
}

/** How much the composer's height differs from that of what keeps its place until it is known (px). */
export function grownComposer(page: Page): Promise<number> {
  return page.locator("hilo-composer").evaluate(({ shadowRoot }) => {
    const place = document.createElement("div");
    place.className = "frame waiting";
    const frame = shadowRoot?.querySelector(".frame");
    shadowRoot?.append(place);
    const [is = 0, was = 0] = [frame, place].map((one) => one?.getBoundingClientRect().height);
    place.remove();
    return Math.abs(is - was);
  });
}

/** Opens a conversation from the list, and tells what moved by more than 2 px once it was painted. */
export function movedByOpening(page: Page, conversationId: string): Promise<string[]> {
  return page.evaluate(watchOpening, conversationId);
}

/** Runs in the page. */
async function watchOpening(conversationId: string): Promise<string[]> {
  const watched =
    ".who, .buttons > *, hilo-message, hilo-composer, hilo-blocked, .person, hilo-context-panel, h3";
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll("*")].flatMap((one) => [one, ...all(one.shadowRoot ?? noNodes)]);
  const noNodes = document.createDocumentFragment();
  // Whoever observes sizes keeps things in their place before a frame is painted, in the order in which they began to:
  // whoever begins last sees what will be painted.
  const painted = () =>
    new Promise<void>((done) => {
      requestAnimationFrame(() => {
        const eye = new ResizeObserver(() => {
          eye.disconnect();
          done();
        });
        eye.observe(document.body);
      });
    });
  const first = new Map<Element, number>();
  const moved = new Set<string>();
  const look = (element: Element): void => {
    const { top, height } = element.getBoundingClientRect();
    const by = Math.round(top - (first.get(element) ?? top));
    if (height > 0 && !first.has(element)) first.set(element, top);
    if (height > 0 && Math.abs(by) > 2) moved.add(`${element.localName} by ${by} px`);
  };
  const row = all(document).find((one) => one.matches(`a.row[data-id="${conversationId}"]`));
  (row as HTMLElement).click();
  await painted();
  for (let frame = 0; frame < 40; frame += 1) {
    await painted();
    for (const element of all(document).filter((one) => one.matches(watched))) look(element);
  }
  return [...moved];
}
