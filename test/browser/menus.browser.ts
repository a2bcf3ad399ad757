import assert from "node:assert/strict";
import { allPages } from "../../console/src/app/pages.ts";
import { conversationOf } from "../journeys/records.ts";
import { office } from "../support/desk.ts";
import { openConversation, threadWith } from "./entries.ts";
import { atEachWidth, canBePressed, closes, everyMenuShows, opensAndCloses } from "./menus.ts";
import { bubble, caller, composer, openThread, soon, systemLine } from "./scene.ts";

const onWhatsapp = { channelId: "whatsapp", provider: "meta", platform: "whatsapp" } as const;
/** Every page but the inbox, and one of what a page shows. */
const others = [
  ...allPages.map(({ name }) => name).filter((name) => name !== "inbox"),
  "channels/x",
];
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe("every menu can be seen and pressed at every width", () => {
  it(
    "in the inbox",
    office(async ({ sit }) => {
      const { page } = await sit("admin", { path: "/inbox?view=all" });
      await page.locator("a.row").first().waitFor();
      // What comes with its first idle moment would put itself between the others.
      await page.locator("hilo-places hilo-menu").waitFor();
      await everyMenuShows(page.locator("body"), "the inbox");
    }),
  );

  it(
    "in a thread",
    office(async ({ sit }) => {
      const conversationId = await threadWith(onWhatsapp, [{ text: "Abre todo" }]);
      const { page } = await sit("admin", { path: "/inbox?view=all" });
      await openConversation(page, conversationId);
      await everyMenuShows(page.locator("hilo-thread-pane"), "a thread");
      const message = bubble(page, "Abre todo");
      const react = message.getByRole("button", { name: "Reaccionar" });
      await atEachWidth(page, async (where) => {
        await message.hover();
        await react.click();
        await opensAndCloses(page, react, `a reaction ${where}`);
      });
    }),
  );

  it(
    "while one writes, and from the keyboard",
    office(async ({ sit }) => {
      const conversationId = await threadWith(onWhatsapp, [{ text: "Con teclas" }]);
      const { page } = await sit("admin", { path: "/inbox?view=all" });
      await openConversation(page, conversationId);
      const field = composer(page);
      await atEachWidth(page, async (where) => {
        for (const [tab, sign] of [
          ["Responder", "/"],
          ["Nota", "@"],
        ] as const) {
          await page.getByRole("tab", { name: tab }).click();
          await field.pressSequentially(sign);
          await canBePressed(page, `${sign} ${where}`);
          await field.fill("");
        }
        for (const key of ["a", "s", "c", "?", "Control+k"]) {
          await field.press("Escape");
          await page.keyboard.press(key);
          await canBePressed(page, `what ${key} opens ${where}`);
          await closes(page, `what ${key} opens ${where}`);
        }
      });
    }),
  );

  it(
    "on the other pages",
    office(async ({ sit }) => {
      const { page } = await sit("admin", { path: "/dashboard" });
      for (const path of others) {
        await page.goto(new URL(`/${path}`, page.url()).href);
        await page.getByRole("heading", { level: 1 }).first().waitFor();
        await everyMenuShows(page.locator("body"), path);
      }
    }),
  );

  it(
    "with a finger: somebody is assigned, and it is put off",
    office(async ({ sit }) => {
      const customer = await caller("Para mañana");
      const { page } = await sit("agent", phone);
      await openThread(page, customer);
      const more = page.getByRole("button", { name: "Más acciones" });
      for (const name of ["Asignar", "Posponer"]) {
        await more.tap();
        await page.getByRole("menuitem", { name, exact: true }).tap();
        // How much each has comes later, and takes room.
        await page.locator(".hint:popover-open, :popover-open .hint").first().waitFor();
        await opensAndCloses(page, more, name);
      }
      await more.tap();
      await page.getByRole("menuitem", { name: "Asignar", exact: true }).tap();
      await page.getByRole("menuitemradio", { name: "Asignarme" }).tap();
      await soon(async () => (await conversationOf(customer)).assigneeId === "demo-agent");
      await more.tap();
      await page.getByRole("menuitem", { name: "Posponer", exact: true }).tap();
      await page.getByRole("menuitem", { name: /^Mañana/ }).tap();
      await systemLine(page, /Agente Uno la pospuso hasta/).waitFor();
      assert.equal((await conversationOf(customer)).status, "snoozed");
    }),
  );
});
