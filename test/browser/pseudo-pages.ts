import type { PageName } from "../../console/src/app/pages.ts";
import { t as boardTexts } from "../../console/src/text/board.ts";
import { worded } from "./pseudo-console.ts";
import { go, goIn, leave, lookAtOpen, menusIn, type Step, see, type Walk } from "./pseudo-walk.ts";

const everyFilter =
  "view=all&status=any&channel=twilio-sms&platform=sms&priority=high&unread=1&unanswered=1&today=1&resolvedToday=1";

/** Every page of the console has its way here. */
const pages: Readonly<Record<PageName, Step>> = {
  inbox: async (walk) => {
    await see(walk, "/inbox?view=all&status=any", "a.row");
    // What comes with its first idle moment would put itself between the others.
    await walk.page.locator("hilo-places hilo-menu").waitFor();
    await menusIn(walk, walk.page.locator("body"), "the list");
    await see(walk, `/inbox?${everyFilter}`, "hilo-filter-chips .chip");
    await see(walk, "/inbox/nowhere", ".nothing h2");
    for (const [at] of walk.house.conversations.entries()) {
      await goIn(walk, at);
      await walk.look(`conversation ${at}`);
    }
  },
  dashboard: (walk) => see(walk, "/dashboard", ".figure strong"),
  board: async (walk) => {
    await see(walk, "/board", "hilo-board .card");
    await see(walk, "/board/nowhere", "hilo-board .nothing h1");
    const everything = "q=a&owner=none&channel=sms&kind=sale&order=value";
    await see(walk, `/board/sales?${everything}`, "hilo-board .chip");
    await see(walk, "/board/support", "hilo-board .nobody");
    await go(walk, "/board/sales", "hilo-board .card");
    const filters = walk.page.locator("hilo-board button.filters");
    if (await filters.isVisible()) await filters.click();
    await menusIn(walk, walk.page.locator("hilo-board"), "the board");
    await cardMenus(walk);
  },
  templates: async (walk) => {
    for (const kind of ["quick", "approved", "waiting"]) {
      await see(walk, `/templates?kind=${kind}`, "hilo-templates .row");
      await walk.page.locator("hilo-templates .row").first().click();
      await walk.page.locator("hilo-templates .detail").waitFor();
      await walk.look(`a template, ${kind}`);
    }
  },
  channels: async (walk) => {
    await see(walk, "/channels", "hilo-channel-list .row");
    await see(walk, "/channels/nowhere", "hilo-channel-detail .blank");
    for (const id of walk.house.channels)
      await see(walk, `/channels/${id}`, "hilo-channel-detail form");
    await see(walk, "/channels?add", "hilo-channel-add a");
    for (const kind of walk.house.kinds)
      await see(walk, `/channels?add=${kind}`, "hilo-channel-add form");
  },
};

/** What can be done with a card, as a phone and as a desk show it, and why one is lost. */
async function cardMenus(walk: Walk): Promise<void> {
  const { page } = walk;
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  const link = page.locator("hilo-board li[data-id] a").first();
  for (const width of [390, 1440]) {
    await page.setViewportSize({ ...size, width });
    await link.press("m");
    await lookAtOpen(walk, `a card's menu at ${width}`);
    await leave(walk);
  }
  await link.press("m");
  await page.getByRole("menuitem", { name: worded(() => boardTexts.lostDots) }).click();
  await page.locator("hilo-lost-reason input[type=radio]").first().waitFor();
  await lookAtOpen(walk, "why a lead is lost");
  await leave(walk);
  await page.setViewportSize(size);
}

/** Every page, and what stands beside some. */
export const pageSteps: Readonly<Record<string, Step>> = {
  ...pages,
  "who it is with": async (walk) => {
    await goIn(walk, 0);
    const panel = walk.page.locator("hilo-context-panel");
    if (!(await panel.isVisible()))
      await walk.page.locator("hilo-thread-header button.who").click();
    await panel.locator("section, h2, h3").filter({ visible: true }).first().waitFor();
    await walk.look("the panel");
  },
  "dead letters": async (walk) => {
    const { page, look } = walk;
    await see(walk, "/channels/meta-whatsapp?section=letters", "hilo-dead-letters li");
    const acts = page.locator("hilo-dead-letters li").first().locator(".acts button");
    await acts.last().click();
    await look("a dead letter that may be deleted");
    await acts.first().click();
    const letters = page.locator("hilo-dead-letters");
    for (const state of lettersStates) {
      await letters.evaluate((one, fields) => {
        const { told, ...rest } = fields as { told?: readonly object[] };
        const ids = (one as unknown as { letters: { id: string }[] }).letters;
        const outcomes = told?.map((outcome, at) => [ids[at]?.id, outcome] as const);
        Object.assign(one, rest, outcomes ? { told: new Map(outcomes) } : {});
      }, state);
      await look(`dead letters: ${JSON.stringify(state)}`);
    }
  },
};

/** What becomes of dead letters, the last first that leaves nothing of them. */
const lettersStates: readonly object[] = [
  {
    told: [
      { outcome: "recorded" },
      { outcome: "duplicate" },
      { outcome: "ignored" },
      { outcome: "unreadable", reason: "The body could not be read" },
      "busy",
    ],
    next: "more",
    progress: 3,
  },
  { letters: "failed" },
  { letters: [], next: null },
];
