import assert from "node:assert/strict";
import { nobody } from "@hilo/schema/words";
import type { Locator, Page } from "playwright-core";
import type { Customer } from "../journeys/customers.ts";
import { conversationOf } from "../journeys/records.ts";
import { type DeskOptions, type Office, office } from "../support/desk.ts";
import { holdBack } from "./held-part.ts";
import { caller, composer, focuses, openThread, soon } from "./scene.ts";

type Opener = {
  opens: string;
  /** What of the page is late. */
  part?: string;
  open: (page: Page) => Promise<void>;
  field: string;
  /** What stands in the field before what is typed. */
  before?: string;
};

/** Letters that would answer, assign, resolve, put off and begin something, were they keys of the page. */
const letters = "raesc ";

const openers: readonly Opener[] = [
  { opens: "the commands", part: "palette", open: press("Control+k"), field: "hilo-palette input" },
  {
    opens: "the search in a conversation",
    part: "thread-search",
    open: press("Control+f"),
    field: "hilo-thread-search input",
  },
  { opens: "a new conversation", part: "start", open: press("c"), field: "hilo-start #to" },
  {
    opens: "the quick replies",
    part: "slash-list",
    open: press("q"),
    field: "hilo-composer textarea",
    before: "/",
  },
  { opens: "whom to assign", open: press("a"), field: "hilo-assign-menu input" },
  {
    opens: "the emoji",
    part: "emoji-picker",
    open: (page) => page.locator("hilo-composer #emoji-button").click(),
    field: "hilo-emoji-picker input",
  },
];

function press(key: string): (page: Page) => Promise<void> {
  return (page) => page.keyboard.press(key);
}

async function atThread(
  sit: Office["sit"],
  text: string,
  options: DeskOptions = {},
): Promise<[Page, Customer]> {
  const customer = await caller(text);
  const { page } = await sit("agent", options);
  await openThread(page, customer);
  await composer(page).waitFor();
  return [page, customer];
}

/** Nothing else has opened, and nothing has happened to the conversation. */
async function nothingElse(page: Page, customer: Customer): Promise<void> {
  assert.equal(await page.locator("hilo-toasts div").count(), 0);
  const { status, assigneeId } = await conversationOf(customer);
  assert.deepEqual([status, assigneeId], ["open", nobody]);
}

function holds(field: Locator, text: string): Promise<unknown> {
  return soon(async () => assert.equal(await field.inputValue(), text));
}

describe("what is typed before a field is there", () => {
  for (const { opens, part, open, field, before = "" } of openers)
    it(
      `is written into it: ${opens}`,
      office(async ({ sit }) => {
        const [page, customer] = await atThread(sit, `Se escribe antes: ${opens}`);
        const release = part ? await holdBack(page, part) : undefined;
        await open(page);
        await page.keyboard.type(`${letters}xy`);
        await page.keyboard.press("Backspace");
        release?.();
        await holds(page.locator(field), `${before}${letters}x`);
        await page.keyboard.type("z");
        await holds(page.locator(field), `${before}${letters}xz`);
        await nothingElse(page, customer);
      }),
    );

  for (const { opens, part, open, field } of openers.filter(({ part, before }) => part && !before))
    it(
      `opens nothing once Escape was pressed: ${opens}`,
      office(async ({ sit }) => {
        const [page, customer] = await atThread(sit, `Se arrepiente: ${opens}`);
        const release = part ? await holdBack(page, part) : undefined;
        await open(page);
        await page.keyboard.type(letters);
        await page.keyboard.press("Escape");
        release?.();
        await page.keyboard.press("n");
        await focuses(page, /^Escribe una nota/);
        assert.equal(await page.locator(field).isVisible(), false);
        await page.keyboard.press("Escape");
        await open(page);
        await page.keyboard.type("otra");
        await holds(page.locator(field), "otra");
        await nothingElse(page, customer);
      }),
    );

  it(
    "is chosen by, with Enter, and what follows goes where that leads",
    office(async ({ sit }) => {
      const [page] = await atThread(sit, "De un campo a otro");
      const release = await holdBack(page, "palette");
      const releaseStart = await holdBack(page, "start");
      await page.keyboard.press("Control+k");
      await page.keyboard.type("nueva conv");
      await page.keyboard.press("Enter");
      await page.keyboard.type("campo");
      release();
      await soon(async () => (await page.locator("hilo-palette input").isVisible()) === false);
      await page.keyboard.type(" a");
      releaseStart();
      await holds(page.locator("hilo-start #to"), "campo a");
    }),
  );

  it(
    "goes on in the answer when the commands are left, and into the commands when they open again",
    office(async ({ sit }) => {
      // With every movement: they go slowly enough for keys in between.
      const [page] = await atThread(sit, "Ida y vuelta", { reducedMotion: "no-preference" });
      await composer(page).fill("hola");
      for (const word of [" vecina", " cómo", " está"]) {
        await page.keyboard.press("Control+k");
        await page.keyboard.press("Escape");
        await page.keyboard.type(word);
      }
      await holds(composer(page), "hola vecina cómo está");
      for (let round = 0; round < 3; round += 1) {
        await page.keyboard.press("Control+k");
        await page.keyboard.type("panel");
        await page.keyboard.press("Escape");
      }
      await page.keyboard.press("Control+k");
      await page.keyboard.type("panel");
      await holds(page.locator("hilo-palette input"), "panel");
      await page.keyboard.press("Escape");
      await focuses(page, /^Escribe una respuesta/);
      await holds(composer(page), "hola vecina cómo está");
    }),
  );

  it(
    "is heeded when a menu is left",
    office(async ({ sit }) => {
      const [page] = await atThread(sit, "Nota al salir");
      for (const word of ["una", "dos"]) {
        await page.keyboard.press("a");
        await focuses(page, /Buscar a alguien/);
        await page.keyboard.press("Escape");
        await page.keyboard.type(`n${word} `);
        await focuses(page, /^Escribe una nota/);
        await page.keyboard.press("Escape");
      }
      await holds(composer(page), "una dos ");
    }),
  );

  it(
    "waits for nothing where a dialog holds no field yet, which has the focus when it comes",
    office(async ({ sit }) => {
      const { page } = await sit("agent", { path: "/dashboard" });
      await page.getByRole("heading", { name: "Panel" }).waitFor();
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route("**/api/v1/channels", (route) => held.then(() => route.continue()));
      await page.reload();
      await page.getByRole("heading", { name: "Panel" }).waitFor();
      await page
        .getByRole("navigation")
        .getByRole("link", { name: /^Bandeja/ })
        .click();
      await page.locator("a.row").first().waitFor();
      await page.keyboard.press("c");
      await page.locator("hilo-start p").waitFor();
      release();
      await focuses(page, /^(Teléfono|Correo)/);
    }),
  );

  it(
    "is written into the list's field, from another page",
    office(async ({ sit }) => {
      const { page } = await sit("agent", { path: "/dashboard" });
      await page.getByRole("heading", { name: "Panel" }).waitFor();
      const release = await holdBack(page, "inbox");
      await page.getByRole("navigation").getByRole("button", { name: "Buscar" }).click();
      await page.keyboard.type("ce");
      release();
      await holds(page.locator("#search"), "ce");
    }),
  );
});
