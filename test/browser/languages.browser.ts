import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { type Language, languages } from "../../console/src/text/language.ts";
import { office } from "../support/desk.ts";
import { foreignIn } from "../support/foreign.ts";
import { textsInMenus, textsOf } from "./screen-texts.ts";
import { everyTrouble, type TroubledHouse } from "./trouble-house.ts";

const locales: Record<Language, string> = { es: "es-CL", en: "en-GB" };
const wholeFilter =
  "?view=all&status=any&channel=twilio-sms&platform=sms&priority=high&unread=1&unanswered=1&today=1&resolvedToday=1";

/** Every place of the console, and what tells that it is there. */
function placesIn({
  conversations,
  channels,
  kinds,
}: TroubledHouse): [path: string, there: string][] {
  return [
    ["/inbox?view=all&status=any", "a.row"],
    ...["", "?view=unassigned", "?view=closing"].map((query): [string, string] => [
      `/inbox${query}`,
      "a.row, .empty h2",
    ]),
    [`/inbox${wholeFilter}`, "hilo-filter-chips .chip"],
    ...conversations.map((id): [string, string] => [
      `/inbox/${id}?view=all`,
      "hilo-thread :is(hilo-message, .system)",
    ]),
    ["/inbox/nowhere", ".nothing h2"],
    ["/dashboard", ".figure strong"],
    ["/templates", "hilo-templates .row"],
    ["/channels", "hilo-channel-list .row"],
    ...channels.map((id): [string, string] => [`/channels/${id}`, "hilo-channel-detail form"]),
    ["/channels/meta-whatsapp?section=letters", "hilo-dead-letters li"],
    ["/channels/nowhere", "hilo-channel-detail .blank"],
    ["/channels?add", "hilo-channel-add a"],
    ...kinds.map((kind): [string, string] => [`/channels?add=${kind}`, "hilo-channel-add form"]),
    ["/nowhere", ".unknown h1"],
  ];
}

describe("the console's two languages", () => {
  let house: TroubledHouse;
  before(async () => {
    house = await everyTrouble();
  });

  for (const spoken of languages) {
    it(
      `are never mixed, and no code is shown: ${spoken}`,
      office(async ({ stranger }) => {
        const { page } = await stranger({ path: "/sign-in", locale: locales[spoken] });
        const eye = new Eye(page, spoken);
        await enter(page, house, eye);
        for (const [path, there] of placesIn(house)) {
          await go(page, path);
          await page.locator(there).first().waitFor();
          await eye.look(path);
          await eye.lookIntoMenus(path);
        }
        await lookAtTemplates(page, eye);
        await lookAtDialogs(page, eye, house);
        assert.deepEqual(eye.faults, []);
      }, /Failed to load resource/),
    );
  }
});

async function enter(page: Page, { admin }: TroubledHouse, eye: Eye): Promise<void> {
  await page.locator("input[type=email]").fill(admin.email);
  await page.locator("input[type=password]").fill("wrong-password");
  await eye.look("sign-in");
  await page.keyboard.press("Enter");
  await page.locator("[role=alert]").first().waitFor();
  await eye.look("a wrong password");
  await page.locator("input[type=password]").fill(admin.password);
  await page.keyboard.press("Enter");
  await page.locator("hilo-list").waitFor();
}

async function lookAtTemplates(page: Page, eye: Eye): Promise<void> {
  await go(page, "/templates");
  await page.locator("hilo-templates [role=tab]").nth(1).click();
  const rows = page.locator("hilo-templates .row");
  await rows.first().waitFor();
  for (let i = 0; i < (await rows.count()); i += 1) {
    await rows.nth(i).click();
    await page.locator("hilo-templates .detail").waitFor();
    await eye.look(`template ${i}`);
  }
}

async function lookAtDialogs(page: Page, eye: Eye, house: TroubledHouse): Promise<void> {
  await go(page, "/channels/meta-whatsapp?section=letters");
  await page.locator("hilo-dead-letters li .acts button").first().click();
  await page.locator("hilo-dead-letter dl").waitFor();
  await eye.look("a dead letter");
  await page.keyboard.press("Escape");
  await go(page, `/inbox/${house.conversations[2]}?view=all`);
  await page.locator("hilo-thread-header .buttons").waitFor();
  await page.keyboard.press("Control+k");
  await page.locator("hilo-palette input").waitFor();
  await eye.look("the palette");
  await page.keyboard.press("Escape");
  await page.locator("hilo-list header button").last().click();
  await page.locator("hilo-start form").waitFor();
  await eye.look("a new conversation");
  await page.keyboard.press("Escape");
  await page.locator("hilo-thread-header .buttons > button").click();
  await page.locator("hilo-toasts div").first().waitFor();
  await eye.look("a toast");
}

/** Goes somewhere without a reload. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
}

/** Reads what is on a page, and keeps what does not belong there. */
class Eye {
  readonly faults: string[] = [];
  readonly #page: Page;
  readonly #spoken: Language;

  constructor(page: Page, spoken: Language) {
    this.#page = page;
    this.#spoken = spoken;
  }

  async look(where: string): Promise<void> {
    for (const text of await textsOf(this.#page))
      for (const fault of foreignIn(text, this.#spoken))
        this.#keep(`${fault} (${text.trim().slice(0, 80)})`, where);
  }

  /** Opens whatever opens over the page, one after the other. */
  async lookIntoMenus(where: string): Promise<void> {
    for (const text of await textsInMenus(this.#page))
      for (const fault of foreignIn(text, this.#spoken))
        this.#keep(`${fault} (${text.trim().slice(0, 80)})`, where);
  }

  /** Each once, where it was seen first. */
  #keep(fault: string, where: string): void {
    if (!this.faults.some((one) => one.startsWith(fault))) this.faults.push(`${fault} at ${where}`);
  }
}
