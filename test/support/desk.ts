import { mkdirSync } from "node:fs";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { signIn } from "./console.ts";
import { accountOf, type DemoMember } from "./demo-members.ts";
import { house } from "./house.ts";
import { type Session, sessionOf } from "./kept-sessions.ts";
import { listeningOf } from "./listening.ts";
import { patience } from "./patience.ts";
import type { Person } from "./people.ts";
import { Troubles } from "./troubles.ts";

export type DeskOptions = BrowserContextOptions & {
  /** Where to begin; the inbox when not said. */
  path?: string;
};

/** A member before a console of their own, and what went wrong in it. */
export type Desk = {
  page: Page;
  context: BrowserContext;
  troubles: Troubles;
  leave(): Promise<void>;
};

export type Office = {
  /** Somebody sits down, signed in: one whom all tests know, or one whom this test made. */
  sit(member: DemoMember | Person, options?: DeskOptions): Promise<Desk>;
  /** A browser in which nobody has signed in yet. */
  stranger(options?: DeskOptions): Promise<Desk>;
};

let running: Promise<Browser> | undefined;

after(async () => {
  await (await running)?.close();
});

const usual: BrowserContextOptions = {
  locale: "es-CL",
  timezoneId: "America/Santiago",
  viewport: { width: 1440, height: 900 },
  reducedMotion: "reduce",
};

/**
 * The body of a browser test: hands out desks, closes them at the end, and fails when a console had anything to
 * complain about that `expected` does not name. A failure leaves pictures in .cache/browser.
 */
export function office(
  work: (office: Office) => Promise<void>,
  expected?: RegExp,
): (this: Mocha.Context) => Promise<void> {
  return async function () {
    const desks: Desk[] = [];
    const stranger = async (options: DeskOptions = {}) => {
      const desk = await open(options);
      desks.push(desk);
      return desk;
    };
    const sit: Office["sit"] = async (member, options = {}) => {
      const storageState =
        typeof member === "string"
          ? await sessionOf(member, () => begin(accountOf(member)))
          : await begin(member);
      return stranger({ ...options, storageState });
    };
    try {
      await work({ sit, stranger });
      for (const { troubles } of desks) troubles.check(expected);
    } catch (error) {
      await takePictures(desks, this.test?.fullTitle() ?? "test");
      throw error;
    } finally {
      await Promise.all(desks.map(({ leave }) => leave()));
    }
  };
}

async function open({ path = "/inbox", ...options }: DeskOptions): Promise<Desk> {
  running ??= launchBrowser();
  const context = await (await running).newContext({ ...usual, ...options });
  context.setDefaultTimeout(patience);
  const endListening = listeningOf(context);
  const page = await context.newPage();
  const troubles = new Troubles(page);
  await page.goto(`${house.baseUrl}${path}`);
  const leave = () => endListening().finally(() => context.close());
  return { page, context, troubles, leave };
}

/** Signs a member in, and gives what the browser keeps of that. */
async function begin({ email, password }: Pick<Person, "email" | "password">): Promise<Session> {
  const { page, context } = await open({ path: "/inbox?view=all" });
  try {
    await signIn(page, email, password);
    return await context.storageState();
  } finally {
    await context.close();
  }
}

async function takePictures(desks: readonly Desk[], title: string): Promise<void> {
  const folder = ".cache/browser";
  const name = title.replace(/\W+/g, "-").slice(0, 80);
  mkdirSync(folder, { recursive: true });
  for (const [i, { troubles }] of desks.entries())
    for (const one of troubles.all) console.log(`    [${name} ${i}] ${one}`);
  const pages = desks.flatMap(({ context }) => context.pages());
  for (const [i, page] of pages.entries())
    await page.screenshot({ path: `${folder}/${name}-${i}.png` }).catch(() => undefined);
}
