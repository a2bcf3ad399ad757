import { existsSync } from "node:fs";
import { type Browser, chromium as driver } from "playwright-core";
import { packagedBrowser } from "../../scripts/packaged-browser.ts";
import { timed } from "../../scripts/stopwatch.ts";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const quiet = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-gpu",
  // A microphone that beeps, and a browser that lets everybody use it.
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
];

/**
 * What the package sets for a cloud function and a test must not have: one process for all, no web security, and a
 * graphics card played by the processor, which takes eight times as long as drawing without one.
 */
const unfit = /^--(headless|single-process|disable-web-security|no-zygote)|gpu|angle|swiftshader/;

/** A headless browser: CHROME_PATH, else the system's Chrome or Chromium, else the one an npm package carries, which
 * npm fetches then. */
export function launchBrowser(): Promise<Browser> {
  return timed("browser", launch);
}

async function launch(): Promise<Browser> {
  const system = [process.env.CHROME_PATH ?? "", ...installed].find((path) => existsSync(path));
  if (system) return driver.launch({ executablePath: system, args: quiet, headless: true });
  const chromium = await packagedBrowser();
  const executablePath = await chromium.executablePath();
  const args = [...new Set([...chromium.args.filter((arg) => !unfit.test(arg)), ...quiet])];
  return driver.launch({ executablePath, args, headless: true });
}
