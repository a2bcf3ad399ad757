import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { bodyOf } from "../../functions/src/providers/email/body.ts";
import { samples } from "../functions/providers/email/outgoing-samples.ts";
import { launchBrowser } from "../support/browser.ts";

// What goes out, as a mail program draws it that leaves it as it is: on a phone and beside a list, by day and by night.

describe("a mail that goes out", () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  for (const [name, message] of samples())
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [390, 700])
        it(`${name}: is read at ${width} in the ${colorScheme}, and asks nobody for anything`, async () => {
          const page = await browser.newPage({ viewport: { width, height: 600 }, colorScheme });
          const asked: string[] = [];
          page.on("request", (request) => asked.push(request.url()));
          const { html } = await bodyOf(message);
          await page.setContent(html, { waitUntil: "load" });
          assert.ok((await widthOf(page)) <= width, "nothing stands out at the side");
          assert.deepEqual(await faintIn(page), []);
          assert.deepEqual(
            asked.filter((url) => !url.startsWith("cid:")),
            [],
          );
          await page.close();
        });
});

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

/** Words that stand out from the ground less than 4.5 to 1 (WCAG 2.2, 1.4.3); the ground is the program's own. */
async function faintIn(page: Page): Promise<string[]> {
  const inks = await page.evaluate(() => {
    const ground = document.createElement("div");
    ground.style.color = "canvas";
    document.body.append(ground);
    const paper = getComputedStyle(ground).color;
    ground.remove();
    return [...document.querySelectorAll("body *")]
      .filter((one) => one.textContent?.trim())
      .map((one) => ({ tag: one.tagName, ink: getComputedStyle(one).color, paper }));
  });
  return inks
    .filter(({ ink, paper }) => contrast(lightOf(ink), lightOf(paper)) < 4.5)
    .map(({ tag, ink, paper }) => `${tag}: ${ink} on ${paper}`);
}

/** Relative luminance of `rgb(…)` (WCAG 2.2). */
function lightOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
