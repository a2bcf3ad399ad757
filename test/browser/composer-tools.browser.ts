import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { phoneOf, writes } from "../journeys/customers.ts";
import { office } from "../support/desk.ts";
import { answer, bubble, caller, composer, focuses, openThread, soon, toast } from "./scene.ts";
import { violations } from "./violations.ts";

const button = (page: Page, name: string) =>
  page.locator("hilo-composer").getByRole("button", { name });
const emoji = (page: Page) => page.locator("hilo-emoji-picker");

describe("the buttons below an answer", () => {
  it(
    "open the quick replies in the middle of what is written, and take the slash back",
    office(async ({ sit }) => {
      const customer = await caller("¿Cuándo nos vemos?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await composer(page).fill("Hola");
      await button(page, "Respuestas rápidas").click();
      const list = page.getByRole("listbox", { name: "Respuestas rápidas" });
      await list.waitFor();
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Escape");
      await list.waitFor({ state: "detached" });
      assert.equal((await composer(page).inputValue()).trim(), "Hola");
      await button(page, "Respuestas rápidas").click();
      await list.getByRole("option", { name: /^Agendar reunión/ }).click();
      await soon(async () => /^Hola\s+Perfecto/.test(await composer(page).inputValue()));
      await focuses(page, /^Escribe una respuesta$/);
    }),
  );

  it(
    "send a template while the window is open",
    office(async ({ sit }) => {
      const customer = await caller("¿Alguna novedad?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await button(page, "Enviar una plantilla").click();
      const picker = page.locator("hilo-compose-template");
      await picker.getByRole("button", { name: /^Seguimiento de consulta/ }).click();
      assert.deepEqual(await violations(page), []);
      await picker.getByLabel("nombre", { exact: true }).fill("Amanda");
      const fields = picker.locator("form input.field");
      await fields.nth(1).fill("martes 17");
      await fields.nth(1).press("Enter");
      await bubble(page, "Hola Amanda").getByLabel("Leído").waitFor();
      await picker.waitFor({ state: "detached" });
    }),
  );

  it(
    "find an emoji by a word of either kind, and keep it among the recent ones",
    office(async ({ sit }) => {
      const customer = await caller("¡Salió todo bien!");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await composer(page).fill("Felicidades ");
      await button(page, "Emojis").click();
      await focuses(page, /^Buscar un emoji$/);
      assert.equal(await emoji(page).getByText("Recientes").count(), 0);
      await page.keyboard.type("qqqq");
      await emoji(page).getByText("Ningún emoji se llama así.").waitFor();
      await emoji(page).getByLabel("Buscar un emoji").fill("corazon");
      await emoji(page).getByRole("button", { name: "❤️" }).first().waitFor();
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Enter");
      await emoji(page).waitFor({ state: "detached" });
      const first = (await composer(page).inputValue()).replace("Felicidades ", "");
      assert.notEqual(first, "");
      await focuses(page, /^Escribe una respuesta$/);
      await button(page, "Emojis").click();
      const recent = emoji(page).getByRole("group", { name: "Recientes" });
      await recent.waitFor();
      assert.deepEqual(await recent.getByRole("button").allInnerTexts(), [first]);
      await page.keyboard.press("Escape");
    }),
  );
});

describe("an answer that can be taken back", () => {
  it(
    "goes out after five seconds when it is not",
    office(async ({ sit }) => {
      const customer = await caller("¿Me confirmas?");
      const { page } = await sit("agent2");
      await openThread(page, customer);
      await page.clock.install();
      await choosesUndo(page);
      await answer(page, "Confirmado");
      await toast(page, "Se envía en 5 segundos").waitFor();
      assert.equal((await phoneOf(customer)).length, 1, "nothing has left");
      await toast(page, "Se envía en 5 segundos").getByRole("button", { name: "Deshacer" }).click();
      await soon(async () => (await composer(page).inputValue()) === "Confirmado");
      assert.equal(await page.locator("hilo-message").count(), 1);
      await composer(page).press("Enter");
      await toast(page, "Se envía en 5 segundos").waitFor();
      await page.clock.fastForward(5_100);
      await bubble(page, "Confirmado").getByLabel("Leído").waitFor();
      assert.deepEqual(
        (await phoneOf(customer)).map(({ text }) => text),
        ["¿Me confirmas?", "Confirmado"],
      );
      await choosesUndo(page);
      await answer(page, "Ahora sin espera");
      await bubble(page, "Ahora sin espera").getByLabel("Leído").waitFor();
    }),
  );
});

async function choosesUndo(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Tu cuenta/ }).click();
  await page.getByRole("menuitemradio", { name: /^Poder deshacer envíos/ }).click();
}

describe("the search in a conversation", () => {
  it(
    "goes from one match to the next, says how far, and gives the focus back",
    office(async ({ sit }) => {
      const customer = await caller("El pedido azul");
      for (const text of ["Un pedido rojo", "Nada más", "¿Y el pedido verde?"])
        await writes(customer, { text });
      const { page } = await sit("agent");
      await openThread(page, customer);
      await bubble(page, "¿Y el pedido verde?").waitFor();
      await composer(page).click();
      await page.keyboard.press("Control+f");
      const bar = page.locator("hilo-thread-search");
      await bar.getByRole("searchbox").pressSequentially("PEDIDO");
      await bar.getByText("3 de 3").waitFor();
      await page.keyboard.press("Enter");
      await bar.getByText("2 de 3").waitFor();
      await page.keyboard.press("ArrowUp");
      await bar.getByText("1 de 3").waitFor();
      assert.deepEqual(await violations(page), []);
      await page.getByText("Buscado en toda la conversación").waitFor();
      await bar.getByRole("searchbox").fill("morado");
      await bar.getByText("Sin coincidencias").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("hilo-thread-search").waitFor({ state: "detached" });
    }),
  );
});

describe("a conversation that is begun", () => {
  it(
    "finds whom it is with by the beginning of their names",
    office(async ({ sit }) => {
      const customer = await caller("Me olvidaron");
      const { page } = await sit("agent");
      await page.getByRole("button", { name: "Nueva conversación" }).first().click();
      const dialog = page.locator("hilo-start");
      const search = dialog.getByLabel("Buscar a una persona");
      await search.fill("zzzzzz");
      await dialog.getByText(/^Nadie tiene un nombre que empiece así/).waitFor();
      const [first = "", , number = ""] = customer.name.split(" ");
      await search.fill(`${first.toLowerCase()} ${number}`);
      const found = dialog.getByRole("list", { name: "Personas" }).getByRole("listitem");
      await found.filter({ hasText: customer.name }).waitFor();
      assert.deepEqual(await violations(page), []);
      await search.press("Enter");
      await soon(
        async () => (await dialog.getByLabel("Nombre (opcional)").inputValue()) === customer.name,
      );
      assert.match(
        await dialog.getByLabel(/^Teléfono/).inputValue(),
        new RegExp(customer.phone.slice(-4)),
      );
    }),
  );
});
