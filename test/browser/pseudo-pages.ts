import type { PageName } from "../../console/src/app/pages.ts";
import { goIn, menusIn, type Step, see } from "./pseudo-walk.ts";

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
    await see(walk, "/board", "hilo-board .column h2");
    await see(walk, "/board/nowhere", "hilo-board .nothing h1");
    const everything = "q=a&owner=none&channel=sms&kind=sale&tag=vip&order=value";
    await see(walk, `/board/sales?${everything}`, "hilo-board .chip");
    await see(walk, "/board/support", "hilo-board .column h2");
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
