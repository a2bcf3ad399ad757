import assert from "node:assert/strict";
import { Lead, type ListedLead } from "@hilo/schema";
import type { Locator, Page } from "playwright-core";
import { leadOf } from "../../functions/src/leads/store.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { leadIn, workspaceWithFunnels } from "../support/board-leads.ts";
import { type Office, office } from "../support/desk.ts";
import { callApi, makeMember, type Person, signIn } from "../support/people.ts";
import { openConversation, threadWith } from "./entries.ts";
import { focuses, soon, toast } from "./scene.ts";
import { fitsAt } from "./sideways.ts";
import { violations } from "./violations.ts";

const onWhatsapp = { channelId: "whatsapp", provider: "meta", platform: "whatsapp" } as const;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const initial = "sales/initial";
const negotiation = "sales/negotiation";
const debate = "sales/debate";

type Scene = { workspaceId: string; person: Person; leads: ListedLead[] };

/** A workspace with two cards in the first stage and one in the next. */
async function scene(): Promise<Scene> {
  const workspaceId = await workspaceWithFunnels();
  await threadWith(onWhatsapp, [{ text: "Hola" }], {}, workspaceId);
  const person = await makeMember(workspaceId, "agent", "Paula Rojas");
  const value = { amount: 299_700, currency: "CLP" };
  const why = [{ rule: "es.price", values: ["cuánto sale"] }];
  const leads = [
    await leadIn(workspaceId, initial, "Amanda Abarca", { value }, { why }),
    await leadIn(workspaceId, initial, "Bruno Bustos"),
    await leadIn(workspaceId, negotiation, "Celia Donoso", { value: { ...value, amount: 300 } }),
  ];
  return { workspaceId, person, leads };
}

async function boardOf(sit: Office["sit"], person: Person, options = {}): Promise<Page> {
  const { page } = await sit(person, { ...options, path: "/board/sales" });
  await page.locator("hilo-board .card").first().waitFor();
  return page;
}

const columnOf = (page: Page, column: string) => page.locator(`section[data-column="${column}"]`);
const cardOf = (page: Page, name: string) =>
  page.locator("hilo-board li[data-id]", { hasText: name });

/** Waits until a column shows just these, from above. */
async function shows(column: Locator, names: readonly string[]): Promise<void> {
  await soon(async () =>
    assert.deepEqual(await column.locator(".card .names b").allInnerTexts(), names),
  );
}

/** Waits until the database says that a lead stands in a column. */
async function stands({ workspaceId }: Scene, { id }: ListedLead, column: string | null) {
  return soon(async () => {
    const lead = read(Lead, await leadOf(workspaceId, id).get());
    assert.equal(lead?.column, column);
    return lead;
  });
}

describe("a lead beside its conversation", () => {
  it(
    "is unfolded, changed in place, and ended with the way back",
    office(async ({ sit }) => {
      const workspaceId = await workspaceWithFunnels();
      const person = await makeMember(workspaceId, "agent", "Paula Rojas");
      const lead = await leadIn(workspaceId, negotiation, "Ximena Zárate");
      const funnel = { id: "sales", stage: "negotiation", by: "rule" as const, why: [] };
      const changes = { leadId: lead.id, contactId: lead.contactId, funnel };
      const id = await threadWith(onWhatsapp, [{ text: "Hola" }], changes, workspaceId);
      const { page } = await sit(person);
      await openConversation(page, id);
      const panel = page.locator("hilo-context-panel");
      await panel.getByText("Ventas · Negociación").waitFor();
      await panel.getByRole("button", { name: "Ver y cambiar" }).click();
      const value = panel.getByRole("textbox", { name: "Valor" });
      await value.fill("12.500");
      await value.press("Enter");
      await panel.locator(".card .value", { hasText: "$12.500" }).waitFor();
      await panel.getByLabel("Etapa").selectOption({ label: "Debate" });
      await panel.getByText("Ventas · Debate").waitFor();
      await panel.getByRole("button", { name: "Ganada" }).click();
      await toast(page, "Ximena Zárate: ganada").waitFor();
      await panel.getByRole("button", { name: "Abrir de nuevo" }).click();
      await panel.getByText("Ventas · Debate").waitFor();
      assert.deepEqual(await violations(page), []);
    }),
  );
});

describe("the board", () => {
  it(
    "moves a card by mouse, on a second screen too, and back by the toast",
    office(async ({ sit }) => {
      const here = await scene();
      const page = await boardOf(sit, here.person);
      const other = await makeMember(here.workspaceId, "supervisor", "Diego Aros");
      const second = await boardOf(sit, other);
      await shows(columnOf(page, initial), ["Amanda Abarca", "Bruno Bustos"]);
      await columnOf(page, initial).getByText("$299.700").first().waitFor();
      await cardOf(page, "Amanda").getByText("pregunta por precio").waitFor();
      await cardOf(page, "Amanda").dragTo(cardOf(page, "Celia"), {
        targetPosition: { x: 90, y: 10 },
      });
      await shows(columnOf(page, negotiation), ["Amanda Abarca", "Celia Donoso"]);
      await shows(columnOf(second, negotiation), ["Amanda Abarca", "Celia Donoso"]);
      await shows(columnOf(second, initial), ["Bruno Bustos"]);
      await columnOf(second, negotiation).getByText("$300.000").waitFor();
      const [amanda] = here.leads;
      assert.ok(amanda);
      assert.equal((await stands(here, amanda, negotiation))?.funnel?.by, "member");
      await toast(page, "Amanda Abarca pasó a Negociación")
        .getByRole("button", { name: "Deshacer" })
        .click();
      await shows(columnOf(second, initial), ["Amanda Abarca", "Bruno Bustos"]);
      await stands(here, amanda, initial);
    }),
  );

  it(
    "moves a card by keys alone, tells each step, and lets it be where it was",
    office(async ({ sit }) => {
      const here = await scene();
      const page = await boardOf(sit, here.person);
      const said = (text: RegExp) => page.locator(".announcer", { hasText: text }).waitFor();
      const press = (key: string) => page.keyboard.press(key);
      await cardOf(page, "Amanda").locator("a").focus();
      await press("ArrowDown");
      await focuses(page, /^Bruno Bustos/);
      await press("Space");
      await said(/Bruno Bustos tomada en Chat inicial, lugar 2 de 2/);
      await press("ArrowRight");
      await said(/Negociación, lugar 2 de 2/);
      await press("ArrowUp");
      await said(/Negociación, lugar 1 de 2/);
      await shows(columnOf(page, negotiation), ["Bruno Bustos", "Celia Donoso"]);
      await press("Escape");
      await said(/Bruno Bustos vuelve a Chat inicial/);
      await shows(columnOf(page, initial), ["Amanda Abarca", "Bruno Bustos"]);
      await focuses(page, /^Bruno Bustos/);
      for (const key of ["Space", "ArrowRight", "ArrowRight", "Space"]) await press(key);
      await said(/Bruno Bustos soltada en Debate, lugar 1/);
      await focuses(page, /^Bruno Bustos, Debate/);
      const bruno = here.leads[1];
      assert.ok(bruno);
      await stands(here, bruno, debate);
      await press("Enter");
      const panel = page.getByRole("complementary", { name: "Oportunidad" });
      await panel.getByRole("heading", { name: "Bruno Bustos" }).waitFor();
      assert.equal(new URL(page.url()).searchParams.get("lead"), bruno.id);
      await press("Escape");
      await panel.waitFor({ state: "detached" });
      await focuses(page, /^Bruno Bustos/);
    }),
  );

  it(
    "moves a card by the menu on a phone, where a finger goes from stage to stage",
    office(async ({ sit }) => {
      const here = await scene();
      const page = await boardOf(sit, here.person, phone);
      assert.equal(await page.locator("hilo-board .card[draggable=true]").count(), 0);
      await page.getByRole("button", { name: "Acciones de Amanda Abarca" }).tap();
      const sheet = page.getByRole("dialog", { name: "Mover a Amanda Abarca" });
      await sheet.getByRole("button", { name: /^Chat inicial.*está aquí/ }).waitFor();
      const row = sheet.getByRole("button", { name: "Debate" });
      assert.ok(((await row.boundingBox())?.height ?? 0) >= 52);
      await row.tap();
      await shows(columnOf(page, initial), ["Bruno Bustos"]);
      await page.getByRole("tab", { name: /Debate/ }).tap();
      await shows(columnOf(page, debate), ["Amanda Abarca"]);
      const [amanda] = here.leads;
      assert.ok(amanda);
      await stands(here, amanda, debate);
      await fitsAt([390], page, "board");
      assert.deepEqual(await violations(page), []);
    }),
  );

  it(
    "takes a card back that somebody else moved first, and says who",
    office(async ({ sit }) => {
      const here = await scene();
      const other = await makeMember(here.workspaceId, "agent", "Diego Aros");
      const token = await signIn(other);
      const page = await boardOf(sit, here.person);
      const [amanda] = here.leads;
      assert.ok(amanda);
      await page.route(`**/leads/${amanda.id}/move`, async (route) => {
        const body = { funnelId: "sales", stage: "closing", seen: "initial" };
        const headers = { "x-workspace": here.workspaceId };
        await callApi(token, `/leads/${amanda.id}/move`, { body, headers });
        await route.continue();
      });
      await cardOf(page, "Amanda").dragTo(columnOf(page, debate));
      await toast(page, "Diego Aros la movió antes a Cierre").waitFor();
      await shows(columnOf(page, "sales/closing"), ["Amanda Abarca"]);
      await shows(columnOf(page, debate), []);
      await columnOf(page, debate).getByText("Nadie en Debate").waitFor();
    }, /409/),
  );

  it(
    "asks why a card is lost, and opens it again by the toast",
    office(async ({ sit }) => {
      const here = await scene();
      const page = await boardOf(sit, here.person);
      const [amanda, bruno] = here.leads;
      assert.ok(amanda && bruno);
      await page.getByRole("button", { name: "Acciones de Amanda Abarca" }).click();
      await page.getByRole("menuitem", { name: "Perdida…" }).click();
      await page.getByRole("radio").first().check();
      await page.getByRole("button", { name: "Marcar como perdida" }).click();
      await shows(columnOf(page, initial), ["Bruno Bustos"]);
      assert.ok((await stands(here, amanda, null))?.lostReason);
      await toast(page, "Amanda Abarca: perdida").getByRole("button", { name: "Deshacer" }).click();
      await stands(here, amanda, initial);
      await shows(columnOf(page, initial), ["Amanda Abarca", "Bruno Bustos"]);
      await cardOf(page, "Bruno").locator("a").press("m");
      await page.getByRole("menuitem", { name: "Ganada" }).press("Enter");
      assert.equal((await stands(here, bruno, null))?.state, "won");
      await shows(columnOf(page, initial), ["Amanda Abarca"]);
    }),
  );

  it(
    "shows a lead beside it, changed in place and told to whoever looks",
    office(async ({ sit }) => {
      const here = await scene();
      const page = await boardOf(sit, here.person);
      await cardOf(page, "Celia").locator("a").click();
      const panel = page.getByRole("complementary", { name: "Oportunidad" });
      const value = panel.getByRole("textbox", { name: "Valor" });
      await value.fill("450.000");
      await value.press("Enter");
      await toast(page, "Guardado: Valor").waitFor();
      await cardOf(page, "Celia").getByText("$450.000").waitFor();
      await panel.getByLabel("Responsable").selectOption({ label: "Paula Rojas" });
      await toast(page, "Guardado: Responsable").waitFor();
      await panel.getByRole("textbox", { name: "Escribe una nota" }).fill("Llamar el lunes");
      await panel.getByRole("button", { name: "Agregar" }).click();
      await panel.locator(".note", { hasText: "Llamar el lunes" }).waitFor();
      await panel.getByText("Cambió: Responsable").waitFor();
      assert.deepEqual(await violations(page), []);
    }),
  );

  it(
    "finds among its cards, keeps that in the address, and fits every width",
    office(async ({ sit }) => {
      const here = await scene();
      await leadIn(here.workspaceId, "tray", "Sin Tema", { kind: null });
      const page = await boardOf(sit, here.person);
      await fitsAt([1920, 1440], page, "board");
      await page.keyboard.press("/");
      await page.keyboard.type("celia");
      await shows(columnOf(page, initial), []);
      await columnOf(page, initial).getByText("Ninguna coincide con los filtros").waitFor();
      await shows(columnOf(page, negotiation), ["Celia Donoso"]);
      assert.equal(new URL(page.url()).searchParams.get("q"), "celia");
      await page.getByRole("button", { name: "Quitar los filtros" }).click();
      await shows(columnOf(page, initial), ["Amanda Abarca", "Bruno Bustos"]);
      await page.getByRole("button", { name: /Sin clasificar/ }).click();
      await columnOf(page, "tray").getByText("Sin Tema").waitFor();
      assert.deepEqual(await violations(page), []);
    }),
  );
});
