import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import type { Page } from "playwright-core";
import { office } from "../support/desk.ts";
import type { Listening } from "../support/listen.ts";
import { browsersOwn, untranslatedIn } from "../support/untranslated.ts";
import { cutTexts } from "./cut-texts.ts";
import { openings, openOn } from "./openings.ts";
import { builtWithPseudo, servePseudo, tag } from "./pseudo-console.ts";
import { dialogSteps } from "./pseudo-dialogs.ts";
import { pageSteps } from "./pseudo-pages.ts";
import { toastSteps } from "./pseudo-toasts.ts";
import { see, type Walk } from "./pseudo-walk.ts";
import { textsOf } from "./screen-texts.ts";
import { sidewaysIn } from "./sideways.ts";
import { everyTrouble } from "./trouble-house.ts";

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

/** What may be cut, as CSS finds it in its own part of the page, and why. */
const mayBeCut = [
  // Comes onto the screen with the focus.
  ".skip",
  // What stands for the name of a person who told none: names are of any length, and open the conversation.
  ".row .name, .name > b, .who > bdi",
  // The channel, address and subject below the name in a thread: the panel has them whole.
  ".who .where",
].join(", ");

const isBrowsers = browsersOwn("fi-FI");
const steps = { ...pageSteps, ...dialogSteps, ...toastSteps };

let folder: string;
let served: Listening;
before(async () => {
  folder = await builtWithPseudo();
  served = await servePseudo(folder);
});
after(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a language of longer words, which has its texts and its row in the list", function () {
  this.timeout(600_000);
  it(
    "is read whole wherever one can come, and alone, at every width",
    // Each in a house of its own, since what one does there the others would see.
    office(async ({ stranger }) => {
      const walked = sizes.map(async (viewport) => {
        const { page, context } = await stranger({ path: "/icon.svg", viewport });
        await context.addInitScript((name) => localStorage.setItem("hilo.language", name), tag);
        return (await walkedBy(page)).map((fault) => `${viewport.width}: ${fault}`);
      });
      assert.deepEqual((await Promise.all(walked)).flat(), []);
    }, /Failed to load resource/),
  );
});

/** Walks every step, each from a page of its own where the one before did not come to its end; what it found. */
async function walkedBy(page: Page): Promise<string[]> {
  const faults = new Set<string>();
  const seen = new Set<string>();
  const look: Walk["look"] = async (where, isThere = false) => {
    for (const one of await openOn(page)) seen.add(one);
    for (const fault of await faultsOf(page, isThere)) faults.add(`${where}: ${fault}`);
  };
  const walk = { page, look, house: await everyTrouble() };
  await signIn(walk);
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step(walk);
    } catch (error) {
      faults.add(`${name} stops: ${error instanceof Error ? error.message : error}`);
      await page.goto(`${served.url}/dashboard`);
    }
  }
  await see(walk, "/accept", "hilo-accept");
  const unseen = openings().filter((one) => !seen.has(one));
  return [...faults, ...unseen.map((one) => `${one} was never open`)];
}

async function signIn({ page, look, house: { admin } }: Walk): Promise<void> {
  await page.goto(`${served.url}/sign-in`);
  await page.locator("input[type=email]").waitFor();
  await look("sign-in");
  await page.locator("input[type=email]").fill(admin.email);
  await page.locator("input[type=password]").fill("wrong-password");
  await page.keyboard.press("Enter");
  await page.locator("[role=alert]").first().waitFor();
  await look("a wrong password");
  await page.locator("input[type=password]").fill(admin.password);
  await page.keyboard.press("Enter");
  await page.locator("hilo-list").waitFor();
}

/** What is wrong on a page that says twice the same: what slides in or is still being fetched is not there yet. */
async function faultsOf(page: Page, isThere: boolean): Promise<string[]> {
  let before = "";
  for (let look = 0; ; look += 1) {
    if (look > 0) await page.waitForTimeout(100);
    const texts = await textsOf(page);
    const said = texts.join("\n");
    const isLast = look === 12;
    const isSettled = isThere || isLast || said === before;
    const faults = isSettled ? await faultsNow(page, texts) : [];
    if (isLast || (isSettled && faults.length === 0)) return faults;
    before = said;
  }
}

const read = new Map<string, readonly string[]>();

/** What of a text is not translated; most of them stand on many pages. */
function untranslated(text: string): readonly string[] {
  const faults = read.get(text) ?? untranslatedIn(text, isBrowsers);
  read.set(text, faults);
  return faults;
}

async function faultsNow(page: Page, texts: readonly string[]): Promise<string[]> {
  return [
    ...(await cutTexts(page, mayBeCut)),
    ...(await page.evaluate(sidewaysIn)),
    ...[...new Set(texts)].flatMap(untranslated),
  ];
}
