import assert from "node:assert/strict";
import { conversationOf } from "../journeys/records.ts";
import { office } from "../support/desk.ts";
import { bubble, caller, composer, focuses, openThread, rowOf, soon, toast } from "./scene.ts";

describe("the keyboard", () => {
  it(
    "moves with j and k, opens with Enter",
    office(async ({ sit }) => {
      const older = await caller("Más abajo");
      const newer = await caller("Más arriba");
      const { page } = await sit("agent", { path: "/inbox?view=all" });
      await rowOf(page, newer).waitFor();
      await rowOf(page, older).waitFor();
      const cursor = page.locator("a.row.cursor");
      const ids = await page
        .locator("a.row")
        .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id ?? ""));
      await page.keyboard.press("j");
      assert.equal(await cursor.getAttribute("data-id"), ids[0]);
      await page.keyboard.press("j");
      assert.equal(await cursor.getAttribute("data-id"), ids[1]);
      await page.keyboard.press("k");
      assert.equal(await cursor.getAttribute("data-id"), ids[0]);
      await page.keyboard.press("Enter");
      await page.locator("hilo-thread-header h1").waitFor();
      assert.match(page.url(), new RegExp(`/inbox/${ids[0]}\\?view=all$`));
    }),
  );

  it(
    "answers with r, notes with n, and leaves with Escape",
    office(async ({ sit }) => {
      const customer = await caller("Teclado");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await page.keyboard.press("r");
      await focuses(page, /^Escribe una respuesta/);
      await page.keyboard.type("njra");
      assert.equal(await composer(page).inputValue(), "njra", "letters are letters while writing");
      await page.keyboard.press("Escape");
      await page.keyboard.press("n");
      await focuses(page, /^Escribe una nota/);
      await page.keyboard.type("Solo nosotros");
      await page.keyboard.press("Enter");
      await bubble(page, "Solo nosotros").waitFor();
    }),
  );

  it(
    "assigns with a, snoozes with s, resolves with e and takes that back with Ctrl+Z",
    office(async ({ sit }) => {
      const customer = await caller("Sin ratón");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await page.keyboard.press("a");
      await focuses(page, /Buscar a alguien/);
      await page.keyboard.type("Agente Uno");
      await page.keyboard.press("Escape");
      await page.keyboard.press("a");
      await focuses(page, /Buscar a alguien/);
      await page.keyboard.press("Enter");
      await soon(async () => (await conversationOf(customer)).assigneeId === "demo-agent");
      await page.keyboard.press("s");
      await page.getByRole("menuitem", { name: /^Mañana/ }).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("menuitem", { name: /^Mañana/ }).waitFor({ state: "detached" });
      await focuses(page, /^Posponer/);
      await page.keyboard.press("e");
      await soon(async () => (await conversationOf(customer)).status === "resolved");
      await page.locator("hilo-thread-header").getByRole("button", { name: "Reabrir" }).waitFor();
      await toast(page, "Conversación: resuelta").waitFor();
      await page.keyboard.press("Control+z");
      await toast(page, "Deshecho").waitFor();
      await toast(page, "Conversación: resuelta").waitFor({ state: "detached" });
      await soon(async () => (await conversationOf(customer)).status === "open");
    }),
  );

  it(
    "marks as unread with u, which stays so while it is looked at and is read when opened again",
    office(async ({ sit }) => {
      const other = await caller("Mientras tanto");
      const customer = await caller("Vuelvo a esto");
      const { page } = await sit("agent");
      const unread = async () => (await conversationOf(customer)).unread;
      await openThread(page, customer);
      await soon(async () => (await unread()) === 0);
      await page.keyboard.press("u");
      await toast(page, "Quedó sin leer").waitFor();
      await rowOf(page, customer).locator(".badge").waitFor();
      await page.locator("hilo-thread .scroll").dispatchEvent("scroll");
      await rowOf(page, other).click();
      await page.locator("hilo-thread-header").getByText(other.name).waitFor();
      await soon(async () => (await conversationOf(other)).unread === 0);
      assert.equal(await unread(), 1);
      await rowOf(page, customer).click();
      await soon(async () => (await unread()) === 0);
    }),
  );

  it(
    "searches with /",
    office(async ({ sit }) => {
      const { page } = await sit("agent", { path: "/inbox?view=all" });
      await page.locator("a.row").first().waitFor();
      await page.keyboard.press("/");
      await focuses(page, /^Busca por nombre/);
      await page.keyboard.type("zzzz");
      await page.getByText("Nada coincide entre lo cargado").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("a.row").first().waitFor();
    }),
  );

  it(
    "searches by the sign of the rail, from any page",
    office(async ({ sit }) => {
      const { page } = await sit("agent", { path: "/dashboard" });
      await page.getByRole("heading", { name: "Panel" }).waitFor();
      await page.getByRole("navigation").getByRole("button", { name: "Buscar" }).click();
      await focuses(page, /^Busca por nombre/);
      await page.keyboard.type("zzzz");
      await page.getByText("Nada coincide entre lo cargado").waitFor();
    }),
  );

  it(
    "stops once at what can be done with a message, and goes among that by arrows",
    office(async ({ sit }) => {
      const customer = await caller("Una parada");
      const { page } = await sit("agent");
      await openThread(page, customer);
      const bar = bubble(page, "Una parada").getByRole("toolbar");
      const stops = bar.locator('button[tabindex="0"]');
      assert.equal(await stops.count(), 1);
      await stops.focus();
      await page.keyboard.press("End");
      await focuses(page, /^Copiar/);
      assert.equal(await stops.count(), 1);
      await page.keyboard.press("Tab");
      assert.equal(await bar.locator("button:focus").count(), 0, "the next stop is elsewhere");
      await page.keyboard.press("Shift+Tab");
      await focuses(page, /^Copiar/);
    }),
  );

  it(
    "finds commands with Ctrl+K and runs the one chosen",
    office(async ({ sit }) => {
      const { page } = await sit("agent", { path: "/inbox?view=all" });
      await page.locator("a.row").first().waitFor();
      await page.keyboard.press("Control+k");
      await focuses(page, /^Busca un comando/);
      await page.keyboard.type("panel");
      await page.getByRole("option", { name: "Ir al panel" }).waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Panel" }).waitFor();
      await page.keyboard.press("Control+k");
      await focuses(page, /^Busca un comando/);
      await page.keyboard.type("oscuro");
      await page.keyboard.press("Enter");
      await soon(async () => (await page.locator("html").getAttribute("data-theme")) === "dark");
    }),
  );

  it(
    "lists its keys with ?",
    office(async ({ sit }) => {
      const customer = await caller("¿Qué teclas hay?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await page.keyboard.press("?");
      const list = page.locator("hilo-keys dl");
      await list.waitFor();
      const keys = await list.locator("kbd").allInnerTexts();
      for (const key of [
        "J",
        "K",
        "↵",
        "R",
        "N",
        "A",
        "S",
        "E",
        "⇧ E",
        "Ctrl ⇧ ↵",
        "U",
        "/",
        "Ctrl K",
        "Ctrl Z",
        "?",
      ]) {
        assert.ok(keys.includes(key), `${key} is listed`);
      }
      await page.keyboard.press("Escape");
      await list.waitFor({ state: "hidden" });
    }),
  );

  it(
    "goes into the details where they are a drawer, and back with Escape",
    office(async ({ sit }) => {
      const customer = await caller("¿Quién soy?");
      const { page } = await sit("agent", { viewport: { width: 1024, height: 768 } });
      await openThread(page, customer);
      const who = page.locator("hilo-thread-header .who");
      await who.focus();
      await page.keyboard.press("Enter");
      await focuses(page, /^Cerrar/);
      await page.getByRole("complementary").getByRole("heading", { name: "Etiquetas" }).waitFor();
      await page.keyboard.press("Escape");
      await soon(async () => who.evaluate((one) => one.matches(":focus")));
    }),
  );

  it(
    "begins a conversation and leaves that again",
    office(async ({ sit }) => {
      const { page } = await sit("agent");
      const start = page.getByRole("button", { name: "Nueva conversación" }).first();
      await start.focus();
      await page.keyboard.press("Enter");
      await focuses(page, /^(Teléfono|Correo)/);
      await page.keyboard.press("Escape");
      await page.locator("hilo-start form").waitFor({ state: "hidden" });
      await focuses(page, /^Nueva conversación/);
    }),
  );
});
