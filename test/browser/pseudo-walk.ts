import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { patience } from "../support/patience.ts";
import { openOn } from "./openings.ts";
import { worded } from "./pseudo-console.ts";
import type { TroubledHouse } from "./trouble-house.ts";

/** Somebody who goes through the console and looks at all of it. */
export type Walk = {
  page: Page;
  house: TroubledHouse;
  /** Looks once all of it is there, which `isThere` says that it is. */
  look: (where: string, isThere?: boolean) => Promise<void>;
};

/** What can be walked by itself, from wherever one is. */
export type Step = (walk: Walk) => Promise<void>;

/** Goes to an address without a reload, and waits until something is there. */
export async function go({ page }: Walk, path: string, there: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
  await page.locator(there).first().waitFor();
}

/** Goes there, and looks. */
export async function see(walk: Walk, path: string, there: string): Promise<void> {
  await go(walk, path, there);
  await walk.look(path);
}

/** Opens one of the house's conversations. */
export function goIn(walk: Walk, conversation: number): Promise<void> {
  const id = walk.house.conversations[conversation];
  return go(walk, `/inbox/${id}?view=all`, "hilo-thread :is(hilo-message, .system)");
}

/** Waits until something is open over the page, and looks. */
export async function lookAtOpen({ page, look }: Walk, where: string): Promise<void> {
  await until(async () => (await openOn(page)).length > 0, `${where} does not open`);
  await look(where);
}

/** Leaves all that is open by Escape, which may first lead back within it. */
export async function leave({ page }: Walk): Promise<void> {
  let looks = 0;
  await until(async () => {
    if ((await openOn(page)).length === 0) return true;
    if (looks % 10 === 0) await page.keyboard.press("Escape");
    looks += 1;
    return false;
  }, "Escape does not close it");
}

/** Presses everything in a place that opens something, and looks at what opens. */
export async function menusIn(walk: Walk, place: Locator, where: string): Promise<void> {
  const openers = place.locator("[popovertarget]").filter({ visible: true });
  const count = await openers.count();
  assert.ok(count > 0, `${where} has no menu`);
  for (let i = 0; i < count; i += 1) {
    await openers.nth(i).click();
    await lookAtOpen(walk, `menu ${i} of ${where}`);
    await leave(walk);
  }
}

/** The button of a name in this language. */
export function named(within: Locator, read: () => string): Locator {
  return within.getByRole("button", { name: worded(read), exact: true }).filter({ visible: true });
}

async function until(isSo: () => Promise<boolean>, otherwise: string): Promise<void> {
  const end = Date.now() + patience;
  while (!(await isSo())) {
    assert.ok(Date.now() < end, otherwise);
    await new Promise((again) => setTimeout(again, 50));
  }
}
