import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import type { Page } from "playwright-core";
import { office } from "../support/desk.ts";
import type { Listening } from "../support/listen.ts";
import { browsersOwn, untranslatedIn } from "../support/untranslated.ts";
import { cutTexts } from "./cut-texts.ts";
import { builtWithPseudo, servePseudo, tag } from "./pseudo-console.ts";
import { textsOf } from "./screen-texts.ts";
import { sidewaysIn } from "./sideways.ts";
import { everyTrouble, type TroubledHouse } from "./trouble-house.ts";

const sizes = [
  { width: 1440, height: 900 },
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
  // The state beside the name leaves the most of the line to it.
  ".name > .tag",
].join(", ");

/** In the inbox: the list's views are a line to slide along. */
const maySlide = /^nav\. scrolls: /;

const isBrowsers = browsersOwn("fi-FI");

let house: TroubledHouse;
let folder: string;
let served: Listening;
before(async () => {
  [house, folder] = await Promise.all([everyTrouble(), builtWithPseudo()]);
  served = await servePseudo(folder);
});
after(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const viewport of sizes) {
  describe(`a language of longer words, which has its texts and its row in the list, at ${viewport.width}`, () => {
    it(
      "is read whole on every page of the walk, and alone",
      office(async ({ stranger }) => {
        const { page, context } = await stranger({ path: "/icon.svg", viewport });
        await context.addInitScript((name) => localStorage.setItem("hilo.language", name), tag);
        await page.goto(`${served.url}/sign-in`);
        const faults: string[] = [];
        const look = async (where: string) => {
          faults.push(...(await faultsOf(page)).map((fault) => `${where}: ${fault}`));
        };
        await walk(page, look);
        assert.deepEqual([...new Set(faults)], []);
      }, /Failed to load resource/),
    );
  });
}

async function faultsOf(page: Page): Promise<string[]> {
  let faults: string[] = [];
  // What slides in or is still being fetched stands outside for a moment: only what stays is a fault.
  for (let look = 0; look === 0 || (faults.length > 0 && look < 8); look += 1) {
    await page.waitForTimeout(250);
    faults = await faultsNow(page);
  }
  return faults;
}

async function faultsNow(page: Page): Promise<string[]> {
  const sideways = await page.evaluate(sidewaysIn);
  const inInbox = new URL(page.url()).pathname.startsWith("/inbox");
  return [
    ...(await cutTexts(page, mayBeCut)),
    ...sideways.filter((fault) => !(inInbox && maySlide.test(fault))),
    ...(await textsOf(page)).flatMap((text) => untranslatedIn(text, isBrowsers)),
  ];
}

type Look = (where: string) => Promise<void>;

async function walk(page: Page, look: Look): Promise<void> {
  const { admin, conversations, channels, kinds } = house;
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
  const go = async (path: string, there: string) => {
    await page.evaluate((address) => {
      history.pushState(null, "", address);
      dispatchEvent(new PopStateEvent("popstate"));
    }, path);
    await page.locator(there).first().waitFor();
    await look(path);
  };
  await go("/inbox?view=all&status=any", "a.row");
  for (const id of conversations)
    await go(`/inbox/${id}?view=all`, "hilo-thread :is(hilo-message, .system)");
  await lookAtMenus(page, look);
  await go("/dashboard", ".figure strong");
  for (const kind of ["quick", "approved", "waiting"]) {
    await go(`/templates?kind=${kind}`, "hilo-templates .row");
    await page.locator("hilo-templates .row").first().click();
    await page.locator("hilo-templates .detail").waitFor();
    await look(`a template, ${kind}`);
  }
  await go("/channels", "hilo-channel-list .row");
  for (const id of channels) await go(`/channels/${id}`, "hilo-channel-detail form");
  await go("/channels?add", "hilo-channel-add a");
  for (const kind of kinds) await go(`/channels?add=${kind}`, "hilo-channel-add form");
  await go("/accept", "hilo-accept");
}

async function lookAtMenus(page: Page, look: Look): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.locator("hilo-palette input").waitFor();
  await look("the palette");
  await page.keyboard.press("Escape");
  await page.locator("hilo-palette input").waitFor({ state: "hidden" });
  const openers = page
    .locator("hilo-thread-pane, hilo-list")
    .locator("[popovertarget], [aria-haspopup]")
    .filter({ visible: true });
  const count = await openers.count();
  assert.ok(count > 2, `${count} menus beside a conversation`);
  for (let i = 0; i < count; i += 1) {
    await openers.nth(i).click();
    await look(`menu ${i} beside a conversation`);
    await page.keyboard.press("Escape");
  }
  const panel = page.locator("hilo-context-panel");
  if (!(await panel.isVisible())) await page.locator("hilo-thread-header button.who").click();
  await panel.locator("section, h2, h3").filter({ visible: true }).first().waitFor();
  await look("the panel");
}
