import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { type Customer, writes } from "../journeys/customers.ts";
import { conversationOf, demo } from "../journeys/records.ts";
import { office } from "../support/desk.ts";
import {
  caller,
  composer,
  focuses,
  openThread,
  rowOf,
  somebody,
  soon,
  systemLine,
  toast,
} from "./scene.ts";

async function choose(page: Page, menu: string, item: string | RegExp): Promise<void> {
  await page.locator(`hilo-thread-header ${menu} #button`).click();
  await page.getByRole(/^#more/.test(menu) ? "menuitemradio" : "menuitem", { name: item }).click();
}

/** Where everything in the thread's header stands, but for what says its state. */
function headerPlaces(page: Page): Promise<string[]> {
  return page.locator("hilo-thread-header").evaluate(({ shadowRoot }) => {
    const wanted = "header, .avatar, b, .where, .buttons > *";
    return [...(shadowRoot?.querySelectorAll(wanted) ?? [])].map((part) => {
      const { x, y, height } = part.getBoundingClientRect();
      return [part.localName, part.id, ...[x, y, height].map(Math.round)].join(" ");
    });
  });
}

/** Gives a conversation a tag, as one that had it before. */
async function tagged({ conversationId }: Customer, tag: string): Promise<void> {
  await workspace(demo)
    .collection("conversations")
    .doc(conversationId)
    .update({ tags: [tag] });
}

describe("a conversation that is handled", () => {
  it(
    "is resolved, leaves the list, and comes back when that is undone",
    office(async ({ sit }) => {
      const customer = await caller("Ya me llegó, gracias");
      const { page } = await sit("agent");
      await openThread(page, customer);
      const row = rowOf(page, customer);
      await row.waitFor();
      const header = page.locator("hilo-thread-header");
      await header.getByRole("button", { name: "Resolver" }).click();
      await row.waitFor({ state: "detached" });
      await systemLine(page, "Agente Uno la dejó como resuelta").waitFor();
      assert.equal((await conversationOf(customer)).status, "resolved");
      await toast(page, "Conversación: resuelta").getByRole("button", { name: "Deshacer" }).click();
      await row.waitFor();
      await header.getByRole("button", { name: "Resolver" }).waitFor();
      await soon(async () => (await conversationOf(customer)).status === "open");
    }),
  );

  it(
    "opens again by itself when the customer writes",
    office(async ({ sit }) => {
      const customer = await caller("Todo bien");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await page.locator("hilo-thread-header").getByRole("button", { name: "Resolver" }).click();
      await rowOf(page, customer).waitFor({ state: "detached" });
      await writes(customer, { text: "Una cosa más" });
      await rowOf(page, customer).getByText("Una cosa más").waitFor();
      await page.locator("hilo-thread-header").getByRole("button", { name: "Resolver" }).waitFor();
    }),
  );

  it(
    "is resolved with Shift+E, which goes on to the next, and taken back from there",
    office(async ({ sit }) => {
      const older = await caller("Voy después");
      const customer = await caller("Voy primero");
      const { page } = await sit("agent", { path: `/inbox/${customer.conversationId}?view=all` });
      await rowOf(page, customer).waitFor();
      await rowOf(page, older).waitFor();
      const ids = await page
        .locator("a.row")
        .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id ?? ""));
      const next = ids[ids.indexOf(customer.conversationId) + 1] ?? assert.fail();
      await page.locator("hilo-thread-header").getByText(customer.name).waitFor();
      await page.keyboard.press("Shift+E");
      await page.waitForURL(`**/inbox/${next}?view=all`);
      assert.equal((await conversationOf(customer)).status, "resolved");
      await rowOf(page, customer).waitFor({ state: "detached" });
      await page.keyboard.press("Control+z");
      await rowOf(page, customer).waitFor();
      await soon(async () => (await conversationOf(customer)).status === "open");
    }),
  );

  it(
    "is put off until tomorrow, taken back, and put off until they answer",
    office(async ({ sit }) => {
      const customer = await caller("Mañana te cuento");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await choose(page, "#snooze", /^Mañana/);
      await rowOf(page, customer).waitFor({ state: "detached" });
      await systemLine(page, /Agente Uno la pospuso hasta/).waitFor();
      const { status, snoozedUntil } = await conversationOf(customer);
      const hours = ((snoozedUntil ?? 0) - Date.now()) / 3_600_000;
      assert.equal(status, "snoozed");
      assert.ok(hours > 8 && hours < 34, `tomorrow at nine is ${hours} hours away`);
      await toast(page, "Pospuesta hasta").getByRole("button", { name: "Deshacer" }).click();
      await rowOf(page, customer).waitFor();
      await choose(page, "#snooze", "Hasta que responda");
      await systemLine(page, "Agente Uno la pospuso hasta que el cliente responda").waitFor();
      await page
        .locator("hilo-thread-header")
        .getByText("Pospuesta · hasta que responda")
        .waitFor();
      const endless = await conversationOf(customer);
      assert.deepEqual([endless.status, endless.snoozedUntil], ["snoozed", null]);
    }),
  );

  it(
    "is put off until a moment of one's own, which must lie ahead",
    office(async ({ sit }) => {
      const customer = await caller("En dos semanas");
      const { page } = await sit("agent");
      await openThread(page, customer);
      const before = await headerPlaces(page);
      await choose(page, "#snooze", "Elegir fecha y hora");
      const field = page.locator("hilo-dialog-snooze input");
      await field.fill("2020-01-01T09:00");
      await page.locator("hilo-dialog-snooze").getByRole("button", { name: "Posponer" }).click();
      await field.waitFor();
      assert.equal((await conversationOf(customer)).status, "open");
      await field.fill("2099-12-31T09:00");
      assert.deepEqual(await headerPlaces(page), before, "nor does the dialog move it");
      await page.locator("hilo-dialog-snooze").getByRole("button", { name: "Posponer" }).click();
      await rowOf(page, customer).waitFor({ state: "detached" });
      await page.locator("hilo-thread-header .tag", { hasText: "Pospuesta" }).waitFor();
      assert.deepEqual(await headerPlaces(page), before, "the header stays as it is");
      const { snoozedUntil } = await conversationOf(customer);
      assert.equal(new Date(snoozedUntil ?? 0).getUTCFullYear(), 2099);
    }),
  );

  it(
    "becomes urgent, which the row and the header say",
    office(async ({ sit }) => {
      const customer = await caller("Se cayó todo");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await choose(page, "#more", "Prioridad: urgente");
      await rowOf(page, customer).getByText("Urgente").waitFor();
      await page.locator("hilo-thread-header").getByText("Urgente").waitFor();
      await systemLine(page, "Agente Uno cambió la prioridad a urgente").waitFor();
      await page.goto(new URL("/inbox?view=all&priority=urgent", page.url()).href);
      await rowOf(page, customer).waitFor();
    }),
  );

  it(
    "wears tags that are added, with their capitals, and taken out again; the title says whose they are",
    office(async ({ sit }) => {
      const customer = await caller("Hola");
      await tagged(await caller("¿Hay descuento?"), "mayorista");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await soon(async () =>
        assert.ok((await page.title()).includes(`${customer.name} · Bandeja · Hilo`)),
      );
      const tags = page.locator("hilo-tag-editor");
      await tags.getByRole("button", { name: "Añadir etiqueta" }).click();
      await tags.locator("datalist option").first().waitFor({ state: "attached" });
      await page.keyboard.type("mayorista,Oriente");
      await page.keyboard.press("Enter");
      await tags.getByText("Oriente", { exact: true }).waitFor();
      await soon(async () => {
        assert.deepEqual((await conversationOf(customer)).tags, ["mayorista", "Oriente"]);
      });
      await page.keyboard.press("Escape");
      await tags.getByRole("button", { name: "Quitar mayorista" }).click();
      await soon(async () => {
        assert.deepEqual((await conversationOf(customer)).tags, ["Oriente"]);
      });
      await rowOf(page, customer).getByText("Oriente").waitFor();
    }),
  );

  it(
    "says in its row who has it, and what was begun there",
    office(async ({ sit }) => {
      const other = await caller("Otra cosa");
      const customer = await caller("¿Me ayudas?");
      const { page } = await sit("agent", { path: `/inbox/${customer.conversationId}?view=all` });
      const row = rowOf(page, customer);
      await row.waitFor();
      await page.locator("hilo-thread-header").getByText(customer.name).waitFor();
      await page.keyboard.press("a");
      await focuses(page, /Buscar a alguien/);
      await page.keyboard.press("Enter");
      await row.getByTitle("Asignada a Agente Uno").waitFor();
      await composer(page).fill("Claro, dime");
      await row.getByText("¿Me ayudas?").waitFor();
      await rowOf(page, other).click();
      await row.getByText("Borrador: Claro, dime").waitFor();
    }),
  );

  it(
    "is found by name, by words and by phone",
    office(async ({ sit }) => {
      const customer = await somebody();
      await writes(customer, { text: `Busco un ñandú ${customer.phone.slice(-7)}` });
      const { page } = await sit("agent", { path: "/inbox?view=all" });
      await rowOf(page, customer).waitFor();
      const digits = customer.phone.slice(-7);
      for (const words of [customer.name.toLowerCase(), `nandu ${digits}`, digits]) {
        await page.getByLabel("Busca por nombre, mensaje o teléfono").fill(words);
        await page.locator("hilo-list .scope").waitFor();
        await soon(async () => (await page.locator("a.row").count()) === 1);
        await rowOf(page, customer).waitFor();
      }
      await page.getByLabel("Busca por nombre, mensaje o teléfono").fill("no existe nadie así");
      await page.getByText("Nada coincide entre lo cargado").waitFor();
    }),
  );

  it(
    "is filtered by what it is, and the address remembers",
    office(async ({ sit }) => {
      const customer = await caller("Filtro por SMS", "sms");
      const { page } = await sit("agent", { path: "/inbox?view=all" });
      await rowOf(page, customer).waitFor();
      await page.getByRole("button", { name: "Filtros" }).click();
      await page.getByLabel("Plataforma").selectOption("sms");
      await page.getByLabel("Solo sin leer").check();
      await page.getByRole("button", { name: "Filtros: 2 activos" }).waitFor();
      await rowOf(page, customer).waitFor();
      await page.reload();
      await rowOf(page, customer).waitFor();
      const others = await page
        .locator("a.row")
        .evaluateAll((rows) =>
          rows.filter((row) => !row.textContent?.includes("por SMS")).map((row) => row.textContent),
        );
      assert.deepEqual(others, []);
      await page.getByRole("button", { name: "Filtros: 2 activos" }).click();
      await page.getByRole("button", { name: "Quitar filtros" }).click();
      await page.getByRole("button", { name: "Filtros", exact: true }).waitFor();
    }),
  );

  it(
    "is found by its tag and by whose it is, in the order one chooses, and in its place once it is done",
    office(async ({ sit }) => {
      const customer = await caller("Vivo en la zona norte");
      const tag = `Zona ${customer.phone.slice(-6)}`;
      const { page } = await sit("agent", { path: "/inbox?view=all" });
      await openThread(page, customer);
      const editor = page.locator("hilo-tag-editor");
      await editor.getByRole("button", { name: "Añadir etiqueta" }).click();
      await page.keyboard.type(tag);
      await page.keyboard.press("Enter");
      await rowOf(page, customer).getByText(tag).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Filtros" }).click();
      const form = page.locator("hilo-filters form");
      await form.getByLabel("Etiqueta").fill(tag.toUpperCase());
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Filtros: 1 activo" }).waitFor();
      await soon(async () => (await page.locator("a.row").count()) === 1);
      await form.getByLabel("Orden").selectOption("priority");
      await form.getByLabel("Asignada a").selectOption("none");
      await page.getByRole("button", { name: "Quitar el filtro Asignada a: Nadie" }).waitFor();
      await soon(async () => assert.match(page.url(), /assignee=none&tag=.+&sort=priority/));
      const { assigneeId } = await conversationOf(customer);
      await form.getByLabel("Asignada a").selectOption(assigneeId);
      await rowOf(page, customer).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Quitar el filtro Orden: Mayor prioridad" }).click();
      await soon(async () => assert.ok(!page.url().includes("sort=")));
      await page.locator("hilo-thread-header").getByRole("button", { name: "Resolver" }).click();
      await rowOf(page, customer).waitFor({ state: "detached" });
      await page.locator("hilo-places #button").click();
      await page.getByRole("menuitemradio", { name: "Resueltas 1", exact: true }).waitFor();
      await page.getByRole("menuitemradio", { name: "Resueltas" }).click();
      await page.getByRole("heading", { name: "Resueltas" }).waitFor();
      await rowOf(page, customer).waitFor();
    }),
  );
});
