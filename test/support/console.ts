import type { BrowserContextOptions, Page } from "playwright-core";
import { timed } from "../../scripts/stopwatch.ts";
import { launchBrowser } from "./browser.ts";
import { demoPassword } from "./demo-members.ts";
import { house } from "./house.ts";

/** A console in a browser of its own, signed in as one of the seed's members. */
export type Console = { page: Page; stop(): Promise<void> };

export async function openConsole(
  email: string,
  options: BrowserContextOptions & { path?: string } = {},
): Promise<Console> {
  const { path = "/inbox", ...context } = options;
  const browser = await launchBrowser();
  const page = await browser.newPage({
    locale: "es-CL",
    viewport: { width: 1440, height: 900 },
    ...context,
  });
  await page.goto(`${house.baseUrl}${path}`);
  await signIn(page, email);
  return { page, stop: () => browser.close() };
}

export function signIn(page: Page, email: string, password = demoPassword): Promise<void> {
  return timed("sign-in", () => enter(page, email, password));
}

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.locator("a.row").first().waitFor();
}
