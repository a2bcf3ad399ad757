import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { treat } from "../journeys/customers.ts";
import { conversationOf, threadOf } from "../journeys/records.ts";
import { office } from "../support/desk.ts";
import { bubble, caller, composer, openThread, rowOf, soon, toast } from "./scene.ts";

/** Turns something on for this device. */
async function turnOn(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /^Tu cuenta/ }).click();
  await page.getByRole("menuitemradio", { name }).click();
}

const both = (page: Page) => page.getByRole("button", { name: "Enviar y resolver" });

describe("sending and resolving in one", () => {
  it(
    "resolves once the answer has left, goes on to the next, and is taken back from there",
    office(async ({ sit }) => {
      const older = await caller("Después de ella");
      const customer = await caller("Solo una cosa");
      const { page } = await sit("agent", { path: `/inbox/${customer.conversationId}?view=all` });
      await rowOf(page, customer).waitFor();
      await rowOf(page, older).waitFor();
      const ids = await page
        .locator("a.row")
        .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id ?? ""));
      const next = ids[ids.indexOf(customer.conversationId) + 1] ?? assert.fail();
      await composer(page).waitFor();
      assert.equal(await both(page).count(), 0, "is offered to who wants it");
      await turnOn(page, "Botón «Enviar y resolver»");
      assert.equal(await both(page).isDisabled(), true);
      await composer(page).fill("Listo, eso era todo");
      await both(page).click();
      await page.waitForURL(`**/inbox/${next}?view=all`);
      const sent = (await threadOf(customer)).find(({ direction }) => direction === "outbound");
      assert.equal(sent?.text, "Listo, eso era todo");
      assert.equal((await conversationOf(customer)).status, "resolved");
      await toast(page, "Conversación: resuelta").waitFor();
      await rowOf(page, customer).waitFor({ state: "detached" });
      await page.keyboard.press("Control+z");
      await soon(async () => (await conversationOf(customer)).status === "open");
    }),
  );

  it(
    "resolves nothing whose answer was refused, and stays with it",
    office(async ({ sit }) => {
      const customer = await caller("¿Me llega?");
      await treat(customer, { failure: { code: 21211, at: "call" } });
      const { page } = await sit("agent");
      await openThread(page, customer);
      await composer(page).fill("Aquí va");
      await page.keyboard.press("Control+Shift+Enter");
      await bubble(page, "Aquí va").locator(".notice.bad").waitFor();
      assert.equal((await conversationOf(customer)).status, "open");
      assert.match(page.url(), new RegExp(customer.conversationId));
    }),
  );

  it(
    "is taken back as one while the answer may still be",
    office(async ({ sit }) => {
      const customer = await caller("¿Segura?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await turnOn(page, "Poder deshacer envíos (5 s)");
      await composer(page).fill("Segurísima");
      await page.keyboard.press("Control+Shift+Enter");
      await toast(page, "Se envía en 5 segundos").getByRole("button", { name: "Deshacer" }).click();
      await soon(async () => (await composer(page).inputValue()) === "Segurísima");
      await bubble(page, "Segurísima").waitFor({ state: "detached" });
      await page.getByRole("tab", { name: "Nota" }).click();
      await composer(page).fill("Preguntar a bodega");
      await page.keyboard.press("Control+Shift+Enter");
      assert.equal(await composer(page).inputValue(), "Preguntar a bodega", "notes are no answers");
      await page.keyboard.press("Enter");
      await bubble(page, "Preguntar a bodega").waitFor();
      assert.equal((await conversationOf(customer)).status, "open");
      const written = (await threadOf(customer)).map(({ direction }) => direction);
      assert.ok(!written.includes("outbound"));
    }),
  );
});
