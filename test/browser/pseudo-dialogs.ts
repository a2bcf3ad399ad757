import { t as appTexts } from "../../console/src/text/app.ts";
import { t as deskTexts } from "../../console/src/text/desk.ts";
import { t as kindTexts } from "../../console/src/text/kinds.ts";
import { t as lostTexts } from "../../console/src/text/lost-file.ts";
import { t as threadTexts } from "../../console/src/text/thread.ts";
import { type Reachable, worded } from "./pseudo-console.ts";
import {
  go,
  goIn,
  leave,
  lookAtOpen,
  menusIn,
  named,
  type Step,
  type Walk,
} from "./pseudo-walk.ts";
import { copies, extras, link, pictures, suggestions, template } from "./pseudo-writing.ts";
import { rowsAsked } from "./trouble-operations.ts";
import { theirs } from "./trouble-words.ts";

/** The conversations of the house by what there is to open in them. */
const [chat, writtenByThem, mail, files] = [0, 1, 3, 5];

/** Everything that opens over a page, also as it looks when something is wrong. */
export const dialogSteps: Readonly<Record<string, Step>> = {
  "what commands open": async (walk) => {
    await go(walk, "/dashboard", ".figure strong");
    await command(
      walk,
      worded(() => appTexts.showKeys),
    );
    await leave(walk);
    await command(
      walk,
      worded(() => appTexts.alerts),
    );
    await walk.page.locator("hilo-alerts footer button").click();
    await walk.look("alerts that were tried");
    await leave(walk);
    await command(
      walk,
      worded(() => appTexts.operations),
    );
    const tasks = walk.page.locator("hilo-operations");
    await tasks.locator("li").first().waitFor();
    await lookAtOpen(walk, "what takes long");
    for (const opened of rowsAsked) {
      await tasks.evaluate((one, fields) => Object.assign(one, fields), { opened });
      await walk.look(`what takes long, ${JSON.stringify(opened).slice(0, 20)}`);
    }
    await leave(walk);
  },
  "what opens by itself": async (walk) => {
    await go(walk, "/dashboard", ".figure strong");
    for (const [name, fields] of byItself) {
      await walk.page.evaluate(append, { name, fields });
      await lookAtOpen(walk, `${name} ${JSON.stringify(fields).slice(0, 60)}`);
      await walk.page.evaluate((one) => document.querySelector(one)?.remove(), name);
    }
  },
  "a new conversation": startOne,
  "a chat": async (walk) => {
    await goIn(walk, chat);
    await menusIn(walk, walk.page.locator("hilo-thread-pane"), "a chat");
    await behindMore(walk, () => deskTexts.assign);
    await behindMore(walk, () => deskTexts.snooze);
    await snooze(walk);
    await extras(walk, "a chat");
  },
  "what is written to a chat": async (walk) => {
    await goIn(walk, chat);
    await suggestions(walk);
    await pictures(walk);
  },
  "a reaction": async (walk) => {
    await goIn(walk, writtenByThem);
    const message = walk.page.locator("hilo-message", { hasText: theirs("a") });
    await message.hover();
    await walk.look("what can be done with a message");
    await named(message, () => threadTexts.react).click();
    await lookAtOpen(walk, "a reaction");
    await named(message, () => kindTexts.moreEmoji).click();
    await walk.page.locator("hilo-reactor hilo-emoji-picker").waitFor();
    await lookAtOpen(walk, "any reaction");
    await leave(walk);
  },
  "a mail": async (walk) => {
    await goIn(walk, mail);
    await extras(walk, "a mail");
    await link(walk);
    await copies(walk);
  },
  "a file that is held back": async (walk) => {
    await goIn(walk, files);
    await named(walk.page.locator("hilo-thread"), () => lostTexts.saveAnyway).click();
    await lookAtOpen(walk, "a file that is held back");
    await leave(walk);
  },
  "a dead letter": async (walk) => {
    await go(walk, "/channels/meta-whatsapp?section=letters", "hilo-dead-letters li");
    for (const at of [0, 1]) {
      await walk.page
        .locator("hilo-dead-letters li")
        .nth(at)
        .locator(".acts button")
        .first()
        .click();
      await walk.page.locator("hilo-dead-letter :is(pre, .quiet)").waitFor();
      await lookAtOpen(walk, `dead letter ${at}`);
      await walk.page.locator("hilo-dead-letter footer .danger").click();
      await walk.look(`dead letter ${at}, which may be deleted`);
      await leave(walk);
    }
    await walk.page.locator("hilo-dead-letters .head button").click();
    await walk.page.locator("hilo-dead-letters .summary:not(:empty)").waitFor();
    await walk.look("dead letters that were taken in again");
  },
};

async function command(walk: Walk, name: string): Promise<void> {
  const { page } = walk;
  await page.keyboard.press("Control+k");
  await page.locator("hilo-palette input").fill(name);
  await lookAtOpen(walk, `the palette, ${name}`);
  await page.keyboard.press("Enter");
  await page.locator("hilo-palette input").waitFor({ state: "hidden" });
  await lookAtOpen(walk, name);
}

type Appended = [name: Exclude<keyof Reachable, "toast">, fields: Record<string, unknown>];

const change = (what: string) => ({ what, at: Date.UTC(2026, 10, 30), mailbox: "ana@correo.test" });

/** What two people have changed: something written, and something that somebody emptied of whom nothing is known. */
const changed = [
  { field: theirs("f"), value: theirs("v"), by: { name: theirs("b") }, at: Date.UTC(2026, 10, 30) },
  { field: theirs("e"), value: [], by: null, at: null },
];

/** What the console puts over the page by itself, and as what. */
const byItself: readonly Appended[] = [
  ["hilo-leave", { tried: true }],
  ["hilo-lightbox", { src: "/icon.svg", original: "/icon.svg", name: "image.jpg" }],
  ["hilo-link", { address: `https://lleva.test/${"muy-largo/".repeat(20)}` }],
  ["hilo-whose", { changed, wanted: { [theirs("f")]: theirs("w") } }],
  ...["password", "mailbox"].flatMap((what) =>
    ["asking", "mailed", "unsent"].map(
      (step): Appended => ["hilo-sign-in-question", { change: change(what), step }],
    ),
  ),
];

/** Runs in the page. */
async function append({ name, fields }: { name: Appended[0]; fields: object }): Promise<void> {
  await (globalThis as unknown as { reachable: Reachable }).reachable[name]();
  const nameOf = (field: string) => field;
  document.body.append(Object.assign(document.createElement(name), { nameOf }, fields));
}

/** By each channel on which one can begin. */
async function startOne(walk: Walk): Promise<void> {
  const { page, look } = walk;
  await go(walk, "/inbox?view=all&status=any", "a.row");
  await page.locator("hilo-list header > button").click();
  const channel = page.locator("hilo-start select[name=channel]");
  await channel.waitFor();
  for (const id of await channel.locator("option").evaluateAll(valuesOf)) {
    await channel.selectOption(id);
    await lookAtOpen(walk, `a new conversation on ${id}`);
    const send = page.locator("hilo-start .actions .primary");
    if (await send.isVisible()) await send.click();
    else await template(walk, "hilo-start");
    await look(`a new conversation on ${id} that lacks something`);
  }
  await leave(walk);
}

/** Runs in the page. */
function valuesOf(options: (HTMLElement | SVGElement)[]): string[] {
  return options.map((one) => (one as HTMLOptionElement).value);
}

/** On a phone what has a button of its own elsewhere is behind another menu. */
async function behindMore(walk: Walk, read: () => string): Promise<void> {
  const item = walk.page.getByRole("menuitem", { name: worded(read), exact: true });
  await walk.page.locator("hilo-thread-header #more #button").click();
  await lookAtOpen(walk, "everything else");
  if (await item.isVisible()) {
    await item.click();
    await lookAtOpen(walk, worded(read));
  }
  await leave(walk);
}

async function snooze(walk: Walk): Promise<void> {
  const { page } = walk;
  const button = page.locator("hilo-thread-header #snooze #button");
  if (await button.isVisible()) await button.click();
  else {
    await page.locator("hilo-thread-header #more #button").click();
    await page.getByRole("menuitem", { name: worded(() => deskTexts.snooze), exact: true }).click();
  }
  await page.locator("hilo-thread-header #snooze .item").last().click();
  const form = page.locator("hilo-dialog-snooze form");
  // A browser would say it in a bubble of its own.
  await form.evaluate((one: HTMLFormElement) => one.setAttribute("novalidate", ""));
  await form.locator("input").fill("2020-01-01T10:00");
  await form.locator(".primary").click();
  await form.locator("[role=alert]").waitFor();
  await lookAtOpen(walk, "a time that is past");
  await leave(walk);
}
