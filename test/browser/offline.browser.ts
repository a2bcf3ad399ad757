import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { phoneOf, sendsOf, writes } from "../journeys/customers.ts";
import { threadOf } from "../journeys/records.ts";
import { office } from "../support/desk.ts";
import { answer, bubble, caller, one, openThread } from "./scene.ts";

const noNetwork = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|Firestore/;

/** How often the provider was asked to send the one answer of a thread. */
async function callsFor(customer: Parameters<typeof threadOf>[0]): Promise<number[]> {
  const ours = (await threadOf(customer)).filter(({ direction }) => direction === "outbound");
  const sends = await Promise.all(ours.map(({ id }) => sendsOf(id)));
  return sends.map(({ accepted }) => accepted);
}

/** Goes to an address as a link in the console does, without a reload. */
function goes(page: Page, address: string): Promise<unknown> {
  return page.evaluate((to) => {
    window.dispatchEvent(new CustomEvent("hilo-navigate", { detail: { address: to } }));
  }, address);
}

describe("without network", () => {
  it(
    "says so, keeps what is written, and sends it once when it is back, with what came meanwhile",
    office(async ({ sit }) => {
      const customer = await caller("¿Me lo guardas?");
      const { page, context } = await sit("agent");
      await openThread(page, customer);
      await context.setOffline(true);
      await page.getByText("Sin conexión. Lo que ves puede haber cambiado.").waitFor();
      await answer(page, "Guardado a tu nombre");
      const own = bubble(page, "Guardado a tu nombre");
      await own.getByText("Esperando conexión").waitFor();
      await answer(page, "Hasta el viernes");
      await bubble(page, "Hasta el viernes").getByText("Esperando conexión").waitFor();
      await writes(customer, { text: "Gracias, paso el jueves" });
      assert.equal((await phoneOf(customer)).length, 2, "nothing has left yet");
      await context.setOffline(false);
      await page.locator("hilo-banner").getByText("Sin conexión").waitFor({ state: "detached" });
      await page.getByText("Conexión recuperada.").first().waitFor();
      await own.getByLabel("Leído").waitFor();
      await bubble(page, "Hasta el viernes").getByLabel("Leído").waitFor();
      await bubble(page, "Gracias, paso el jueves").waitFor();
      for (const text of ["Guardado a tu nombre", "Hasta el viernes", "Gracias, paso el jueves"]) {
        await one(bubble(page, text));
      }
      assert.deepEqual(await callsFor(customer), [1, 1]);
      const ours = (await phoneOf(customer)).filter((each) => each.from === "business");
      assert.deepEqual(
        ours.map((each) => each.text),
        ["Guardado a tu nombre", "Hasta el viernes"],
      );
    }, noNetwork),
  );

  it(
    "tells nothing as done that is not, as missing what is unknown, or twice the same",
    office(
      async ({ sit }) => {
        const customer = await caller("¿Me resuelven?");
        const { page, context } = await sit("agent", { path: "/inbox?view=all" });
        await openThread(page, customer);
        await bubble(page, "¿Me resuelven?").waitFor();
        await context.setOffline(true);
        await page.locator("hilo-banner").getByText("Sin conexión").waitFor();
        const toasts = page.locator("hilo-toasts div");
        for (let times = 0; times < 2; times += 1) {
          await page
            .locator("hilo-thread-header")
            .getByRole("button", { name: "Resolver" })
            .click();
          await toasts.first().waitFor();
        }
        await one(page.locator("hilo-toasts div.bad"));
        assert.equal(await toasts.count(), 1, "no success beside the error");
        const right = (await toasts.first().boundingBox()) ?? assert.fail();
        const composer = (await page.locator("hilo-composer").boundingBox()) ?? assert.fail();
        assert.ok(right.x + right.width < composer.x, "nothing that is written is covered");
        await goes(page, "/inbox/nosuchconversation");
        await page.getByText("Esta conversación aún no se ha cargado").waitFor();
        assert.equal(await page.getByText("No encontramos esta conversación").count(), 0);
        await goes(page, "/inbox?view=all&status=closed&priority=low");
        await page.locator("hilo-list").getByText("No pudimos cargar").waitFor();
        await goes(page, "/inbox/nosuchconversation");
        await context.setOffline(false);
        await page.getByText("No encontramos esta conversación").waitFor();
      },
      new RegExp(`${noNetwork.source}|dynamically imported`),
    ),
  );

  it(
    "at the very moment of sending, it is still sent once",
    office(async ({ sit }) => {
      const customer = await caller("¿Confirmas?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      let lost = 0;
      await page.route("**/api/v1/conversations/*/messages", async (route) => {
        if (lost === 2) return route.continue();
        lost += 1;
        await route.fetch(); // The server takes it, and its answer is lost on the way.
        await route.abort("connectionreset");
      });
      await answer(page, "Confirmado");
      await bubble(page, "Confirmado").getByLabel("Leído").waitFor();
      await one(bubble(page, "Confirmado"));
      assert.deepEqual(await callsFor(customer), [1]);
      const ours = (await phoneOf(customer)).filter((each) => each.from === "business");
      assert.equal(ours.length, 1);
    }, /ERR_CONNECTION_RESET/),
  );

  it(
    "keeps the conversation readable, and shows what changed as soon as it is back",
    office(async ({ sit }) => {
      const customer = await caller("Leo sin conexión");
      const { page, context } = await sit("agent2");
      await openThread(page, customer);
      await context.setOffline(true);
      await page.locator("hilo-banner").getByRole("status").waitFor();
      await bubble(page, "Leo sin conexión").waitFor();
      for (const text of ["Uno más", "Dos más", "Tres más"]) await writes(customer, { text });
      await context.setOffline(false);
      for (const text of ["Uno más", "Dos más", "Tres más"]) {
        await bubble(page, text).waitFor();
      }
      const texts = await page.locator("hilo-message .text").allInnerTexts();
      assert.deepEqual(texts, ["Leo sin conexión", "Uno más", "Dos más", "Tres más"]);
    }, noNetwork),
  );
});
