import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { type Language, languages } from "../../console/src/text/language.ts";
import { type Desk, type DeskOptions, office } from "../support/desk.ts";
import { foreignIn } from "../support/foreign.ts";
import { textsInMenus, textsOf } from "./screen-texts.ts";
import { everyTrouble, type TroubledHouse } from "./trouble-house.ts";

const locales: Record<Language, string> = { es: "es-CL", en: "en-GB" };
const wholeFilter =
  "view=all&status=any&channel=twilio-sms&platform=sms&priority=high&unread=1&unanswered=1&today=1&resolvedToday=1";

/** Where something is, and what tells that it is there. */
type Place = [path: string, there: string];

const inbox: Place[] = [
  ["/inbox?view=all&status=any", "a.row"],
  ["/inbox", "hilo-list :is(a.row, .empty)"],
  ["/inbox?view=unassigned", "hilo-list :is(a.row, .empty)"],
  ["/inbox?view=closing", "hilo-list :is(a.row, .empty)"],
  ["/inbox?view=failed", "hilo-list :is(a.row, .empty)"],
  [`/inbox?${wholeFilter}`, "hilo-filter-chips .chip"],
  ["/inbox/nowhere", ".nothing h2"],
  ["/dashboard", ".figure strong"],
  ["/nowhere", ".unknown h1"],
];

function conversations({ conversations }: TroubledHouse): Place[] {
  return conversations.map((id) => [
    `/inbox/${id}?view=all`,
    "hilo-thread :is(hilo-message, .system)",
  ]);
}

function channels({ channels, kinds }: TroubledHouse): Place[] {
  return [
    ["/channels", "hilo-channel-list .row"],
    ...channels.map((id): Place => [`/channels/${id}`, "hilo-channel-detail form"]),
    ["/channels/nowhere", "hilo-channel-detail .blank"],
    ["/channels?add", "hilo-channel-add a"],
    ...kinds.map((kind): Place => [`/channels?add=${kind}`, "hilo-channel-add form"]),
  ];
}

let house: TroubledHouse;
before(async () => {
  house = await everyTrouble();
});

for (const spoken of languages) {
  describe(`a screen in ${spoken} has no word of the other language and no code`, () => {
    const session: DeskOptions = { locale: locales[spoken] };

    /** Somebody signed in who looks around, and complains at the end. */
    const looking = (around: (eye: Eye) => Promise<void>) =>
      office(async ({ stranger }) => {
        const desk = await stranger({ path: "/sign-in", ...session });
        const eye = new Eye(desk.page, spoken);
        if (!session.storageState) await enter(desk, eye, session);
        await desk.page.locator("hilo-list").waitFor();
        await around(eye);
        assert.deepEqual(eye.faults, []);
      }, /Failed to load resource/);

    it(
      "at the door, in the lists and their menus",
      looking((eye) => eye.visit(inbox, 1)),
    );
    it(
      "in a thread",
      looking((eye) => eye.visit(conversations(house), 1)),
    );
    it(
      "among the channels",
      looking((eye) => eye.visit(channels(house), 0)),
    );
    it("among templates and dead letters", looking(lookAtRecords));
    it("in what opens over the page", looking(lookAtDialogs));
  });
}

async function enter({ page, context }: Desk, eye: Eye, session: DeskOptions): Promise<void> {
  await page.locator("input[type=email]").fill(house.admin.email);
  await page.locator("input[type=password]").fill("wrong-password");
  await eye.look("the door");
  await page.keyboard.press("Enter");
  await page.locator("[role=alert]").first().waitFor();
  await eye.look("a wrong password");
  await page.locator("input[type=password]").fill(house.admin.password);
  await page.keyboard.press("Enter");
  await page.locator("hilo-list").waitFor();
  session.storageState = await context.storageState();
}

async function lookAtRecords(eye: Eye): Promise<void> {
  const { page } = eye;
  for (const kind of ["quick", "approved", "waiting"]) {
    await eye.visit([[`/templates?kind=${kind}`, "hilo-templates .row"]], 0);
    const rows = await page.locator("hilo-templates .row").count();
    for (let i = 0; i < rows; i += 1) {
      await page.locator("hilo-templates .row").nth(i).click();
      await page.locator("hilo-templates .detail").waitFor();
      await eye.look(`template ${kind} ${i}`);
    }
  }
  await eye.visit([["/channels/meta-whatsapp?section=letters", "hilo-dead-letters li"]], 0);
  await page.locator("hilo-dead-letters li .acts button").first().click();
  await page.locator("hilo-dead-letter dl").waitFor();
  await eye.look("a dead letter");
}

async function lookAtDialogs(eye: Eye): Promise<void> {
  const { page } = eye;
  await eye.visit(
    [[`/inbox/${house.conversations[2]}?view=all`, "hilo-thread-header .buttons"]],
    0,
  );
  await page.keyboard.press("Control+k");
  await page.locator("hilo-palette input").waitFor();
  await eye.look("the palette");
  await page.keyboard.press("Escape");
  await page.locator("hilo-list header > button").click();
  await page.locator("hilo-start form").waitFor();
  await eye.look("a new conversation");
  await page.keyboard.press("Escape");
  await page.locator("hilo-thread-header .buttons > button").click();
  await page.locator("hilo-toasts div").first().waitFor();
  await eye.look("a toast");
}

/** Reads what is on a page, and keeps what does not belong there. */
class Eye {
  readonly faults: string[] = [];
  readonly page: Page;
  readonly #spoken: Language;

  constructor(page: Page, spoken: Language) {
    this.page = page;
    this.#spoken = spoken;
  }

  /** Goes to places without a reload; of the first ones the menus are opened, too. */
  async visit(places: readonly Place[], withMenus: number): Promise<void> {
    for (const [i, [path, there]] of places.entries()) {
      await this.page.evaluate((address) => {
        history.pushState(null, "", address);
        dispatchEvent(new PopStateEvent("popstate"));
      }, path);
      await this.page.locator(there).first().waitFor();
      await this.look(path);
      if (i < withMenus) this.#read(await textsInMenus(this.page), `the menus of ${path}`);
    }
  }

  async look(where: string): Promise<void> {
    this.#read(await textsOf(this.page), where);
  }

  /** Each fault once, where it was seen first. */
  #read(texts: readonly string[], where: string): void {
    for (const text of texts)
      for (const what of foreignIn(text, this.#spoken)) {
        const fault = `${what} (${text.trim().replace(/\s+/gu, " ").slice(0, 90)})`;
        if (!this.faults.some((one) => one.startsWith(fault)))
          this.faults.push(`${fault} at ${where}`);
      }
  }
}
