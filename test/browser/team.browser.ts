import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { phoneOf } from "../journeys/customers.ts";
import { conversationOf, threadOf } from "../journeys/records.ts";
import { office } from "../support/desk.ts";
import {
  answer,
  bubble,
  caller,
  composer,
  one,
  openThread,
  rowOf,
  soon,
  systemLine,
} from "./scene.ts";

async function assign(page: Page, to: string): Promise<void> {
  await page.locator("hilo-thread-header #assign #button").click();
  await page.getByRole("menuitemradio", { name: new RegExp(`^${to}`) }).click();
}

describe("a note", () => {
  it(
    "is seen by the team at once and never by the customer",
    office(async ({ sit }) => {
      const customer = await caller("¿Me hacen precio?");
      const { page } = await sit("agent");
      const { page: colleague } = await sit("agent2");
      await Promise.all([openThread(page, customer), openThread(colleague, customer)]);
      await page.getByRole("tab", { name: "Nota" }).click();
      await page.getByLabel(/^Escribe una nota/).fill("Cliente antiguo, hasta 10 %");
      await page.keyboard.press("Enter");
      await bubble(page, "Cliente antiguo, hasta 10 %")
        .getByText(/Nota interna/)
        .waitFor();
      const theirs = bubble(colleague, "Cliente antiguo, hasta 10 %");
      await theirs.getByText(/Agente Uno · nota interna/).waitFor();
      assert.equal(await theirs.getAttribute("tone"), "note");
      assert.equal(
        (await phoneOf(customer)).length,
        1,
        "the customer's phone holds their own words",
      );
      await rowOf(colleague, customer).getByText("¿Me hacen precio?").waitFor();
    }),
  );

  it(
    "mentions a colleague who is chosen while writing",
    office(async ({ sit }) => {
      const customer = await caller("Necesito factura");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await page.keyboard.press("n");
      const field = page.getByLabel(/^Escribe una nota/);
      await field.pressSequentially("Revísalo @super");
      await page.getByRole("option", { name: "Supervisora Vega" }).waitFor();
      await page.keyboard.press("Enter");
      assert.equal(await field.inputValue(), "Revísalo @Supervisora Vega ");
      await field.pressSequentially("por favor");
      await page.keyboard.press("Enter");
      const note = bubble(page, "Revísalo @Supervisora Vega por favor");
      await note.locator(".mention", { hasText: "@Supervisora Vega" }).waitFor();
      await soon(async () => {
        const kept = (await threadOf(customer)).find(({ direction }) => direction === "note");
        assert.equal(kept?.text, "Revísalo @Supervisora Vega por favor");
      });
    }),
  );
});

describe("a conversation among colleagues", () => {
  it(
    "is handed to one, who sees it among their own, and back; the thread tells",
    office(async ({ sit }) => {
      const customer = await caller("¿Quién me atiende?");
      const { page } = await sit("agent");
      const { page: theirs } = await sit("agent2");
      await theirs.locator("hilo-list nav").waitFor();
      await openThread(page, customer);
      await assign(page, "Agente Dos");
      await systemLine(page, "Agente Uno asignó la conversación a Agente Dos").waitFor();
      await rowOf(theirs, customer).waitFor();
      assert.equal((await conversationOf(customer)).assigneeId, "demo-agent2");
      await assign(page, "Asignarme");
      await systemLine(page, "Agente Uno tomó la conversación").waitFor();
      await rowOf(theirs, customer).waitFor({ state: "detached" });
      await assign(page, "Sin asignar");
      await systemLine(page, "Agente Uno dejó la conversación sin asignar").waitFor();
      await page.locator("hilo-thread-header").getByRole("button", { name: "Asignar" }).waitFor();
    }),
  );

  it(
    "shows who else is looking, and that they are writing",
    office(async ({ sit }) => {
      const customer = await caller("¿Hay alguien?");
      const { page: first } = await sit("agent");
      await openThread(first, customer);
      const { page: second } = await sit("agent2");
      await openThread(second, customer);
      await second.getByText("Agente Uno está viendo esta conversación").waitFor();
      await first.getByText("Agente Dos está viendo esta conversación").waitFor();
      await composer(second).pressSequentially("Hola");
      await first.getByText("Agente Dos está escribiendo…").waitFor();
      await first.getByRole("link", { name: /^Panel/ }).click();
      await second
        .getByText("Agente Uno está viendo esta conversación")
        .waitFor({ state: "hidden" });
    }),
  );

  it(
    "is not answered by two at once: the second is asked first",
    office(async ({ sit }) => {
      const customer = await caller("¿Cuánto cuesta?");
      const { page: first } = await sit("agent");
      const { page: second } = await sit("agent2");
      await Promise.all([openThread(first, customer), openThread(second, customer)]);
      await composer(first).pressSequentially("Cuesta");
      await second.getByText("Agente Uno está respondiendo…").waitFor();
      await rowOf(second, customer).getByText("Agente Uno está respondiendo").waitFor();
      assert.equal(await rowOf(first, customer).getByText("está respondiendo").count(), 0);
      await composer(second).fill("Vale $ 10.000");
      await composer(second).press("Enter");
      assert.equal(await second.locator("hilo-message").count(), 1, "it was not sent");
      assert.equal(await composer(second).inputValue(), "Vale $ 10.000", "nor lost");
      await second.getByRole("button", { name: "Tomar el turno" }).click();
      await second.getByText("Agente Uno está respondiendo…").waitFor({ state: "detached" });
      await composer(second).press("Enter");
      await bubble(second, "Vale $ 10.000").getByLabel("Leído").waitFor();
      await one(bubble(first, "Vale $ 10.000"));
      const ours = (await phoneOf(customer)).filter((each) => each.from === "business");
      assert.equal(ours.length, 1);
    }),
  );

  it(
    "is free again when the first one has answered",
    office(async ({ sit }) => {
      const customer = await caller("¿Sigue disponible?");
      const { page: first } = await sit("agent");
      const { page: second } = await sit("agent2");
      await Promise.all([openThread(first, customer), openThread(second, customer)]);
      await composer(first).pressSequentially("Sí, ");
      await second.getByText("Agente Uno está respondiendo…").waitFor();
      await answer(first, "Sí, quedan dos");
      await bubble(second, "Sí, quedan dos").waitFor();
      await second.getByText("Agente Uno está respondiendo…").waitFor({ state: "detached" });
      await composer(first).pressSequentially("Espera");
      await second.getByText("Agente Uno está respondiendo…").waitFor();
      await composer(first).fill("");
      await second.getByText("Agente Uno está respondiendo…").waitFor({ state: "detached" });
      await soon(async () => (await conversationOf(customer)).claim === null);
    }),
  );
});
