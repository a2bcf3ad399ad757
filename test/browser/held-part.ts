import type { Page } from "playwright-core";

/** Lets a part of the page come only when told to. */
export async function holdBack(page: Page, part: string): Promise<() => void> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/assets/${part}-*.js`, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
