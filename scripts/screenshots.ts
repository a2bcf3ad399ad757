import { mkdirSync, rmSync, statSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "../test/support/browser.ts";
import { signIn } from "../test/support/console.ts";
import { endChildren, stopRequested } from "./children.ts";
import { inRoot } from "./paths.ts";
import { step } from "./progress.ts";
import { provide } from "./provide.ts";
import { testFolder } from "./test-folder.ts";

const desk = { width: 1440, height: 900 };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const mostBytes = 300_000;

/** `npm run screenshots`: raises a house that holds the seed and nothing else, and takes the pictures of docs/images. */
export async function main(): Promise<void> {
  const folder = testFolder();
  const stopped = stopRequested();
  await Promise.race([stopped, run(folder)]).finally(endChildren);
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}

async function run(folder: string): Promise<void> {
  const emulators = await step("Raising a house", () => provide("house", folder));
  if (!emulators) throw new Error("There is no house to take pictures of.");
  const browser = await launchBrowser();
  mkdirSync(inRoot("docs/images"), { recursive: true });
  const base = emulators.environment.HILO_BASE_URL ?? "";
  for (const [name, take] of Object.entries(pictures)) {
    await step(`Taking ${name}`, async () => take(browser, base));
  }
  await browser.close();
}

const pictures: Record<string, (browser: Browser, base: string) => Promise<void>> = {
  "sign-in": async (browser, base) => {
    const page = await blank(browser, base, "/");
    await page.getByLabel("Correo").fill("agente@andesgestion.cl");
    await save(page, "sign-in");
  },
  inbox: (browser, base) => talk(browser, base, "inbox", "light"),
  "inbox-dark": (browser, base) => talk(browser, base, "inbox-dark", "dark"),
  thread: async (browser, base) => {
    const page = await sit(browser, base, "agent");
    await open(page, "Ferretería El Roble");
    await page.locator("hilo-message img").first().waitFor();
    await save(page, "thread");
  },
  "inbox-phone": async (browser, base) =>
    save(await sit(browser, base, "agent", phone), "inbox-phone"),
  dashboard: async (browser, base) => {
    const page = await sit(browser, base, "supervisor", {}, "/inbox?view=all");
    await page.getByRole("link", { name: /^Panel/ }).click();
    await page.locator("a.figure strong").nth(4).waitFor();
    await page.locator(".bars").waitFor();
    await page.locator("section li").nth(10).waitFor();
    await save(page, "dashboard");
  },
  templates: async (browser, base) => {
    const page = await sit(browser, base, "supervisor", {}, "/inbox?view=all");
    await page.getByRole("link", { name: /^Plantillas/ }).click();
    await page.locator("hilo-templates a.row").nth(5).waitFor();
    await save(page, "templates");
  },
  channels: async (browser, base) =>
    save(await sit(browser, base, "admin", {}, "/channels"), "channels"),
};

/** A conversation in the middle of its day: an answer is being written while a colleague looks. */
async function talk(
  browser: Browser,
  base: string,
  name: string,
  colorScheme: "light" | "dark",
): Promise<void> {
  const page = await sit(browser, base, "agent", { colorScheme });
  const colleague = await sit(browser, base, "agent2", {}, "/inbox?view=all");
  await open(page, "Rocío Núñez");
  await open(colleague, "Rocío Núñez");
  await page.getByText("Agente Dos está viendo esta conversación").waitFor();
  const field = page.getByLabel("Escribe una respuesta");
  await field.fill("Sí, pagando el año completo tienes 2 meses gratis");
  await save(page, name);
  await field.fill("");
  await Promise.all([page.context().close(), colleague.context().close()]);
}

async function blank(
  browser: Browser,
  base: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await browser.newPage({
    locale: "es-CL",
    timezoneId: "America/Santiago",
    viewport: desk,
    reducedMotion: "reduce",
    ...options,
  });
  await page.goto(base + path);
  return page;
}

async function sit(
  browser: Browser,
  base: string,
  member: string,
  options: BrowserContextOptions = {},
  path = "/inbox",
): Promise<Page> {
  const page = await blank(browser, base, path, options);
  await signIn(page, `${member}@hilo.test`);
  return page;
}

async function open(page: Page, name: string): Promise<void> {
  await page.locator("a.row", { hasText: name }).first().click();
  await page.locator("hilo-thread-header", { hasText: name }).waitFor();
  await page.locator("hilo-message").last().waitFor();
  await page.locator("hilo-context-panel dl").waitFor({ state: "attached" });
}

/** Takes the picture once nothing moves, loads or stands in for anything any more. */
async function save(page: Page, name: string): Promise<void> {
  await page.locator(".skeleton, .blank, .blanks").first().waitFor({ state: "detached" });
  await page.locator("hilo-picture .waiting").first().waitFor({ state: "detached" });
  await page.waitForFunction("document.fonts.status === 'loaded'");
  const path = inRoot("docs/images", `${name}.png`);
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
  const { size } = statSync(path);
  if (size > mostBytes) throw new Error(`${name}.png has ${size} bytes: too many for a picture.`);
}
