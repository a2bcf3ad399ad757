import assert from "node:assert/strict";
import { dayOf, Settings } from "@hilo/schema";
import type { Page } from "playwright-core";
import { settingsAt } from "../../functions/src/settings/store.ts";
import { foldToday } from "../../functions/src/stats/now.ts";
import { statsOf } from "../../functions/src/stats/store.ts";
import { writes } from "../journeys/customers.ts";
import { office } from "../support/desk.ts";
import { freshWorkspace, makeMember } from "../support/people.ts";
import { threadWith } from "./entries.ts";
import { answer, bubble, caller, openThread, rowOf, somebody, soon } from "./scene.ts";

const labels = [
  "Conversaciones activas",
  "Sin respuesta",
  "Primera respuesta, mediana",
  "Resueltas hoy",
  "Ventanas por cerrar",
];

const onWhatsapp = { channelId: "whatsapp", provider: "meta", platform: "whatsapp" } as const;

const figure = (page: Page, label: string) => page.locator("a.figure", { hasText: label });

/** How many messages the page says have come today; -1 while it says nothing. */
async function received(page: Page): Promise<number> {
  const said = await figure(page, "Resueltas hoy").locator(".detail").innerText();
  return /\d/.test(said) ? Number(said.replace(/\D/g, "")) : -1;
}

describe("the dashboard", () => {
  it(
    "shows every figure, the day's shape, and whom to act on",
    office(async ({ sit }) => {
      await caller("Para que haya algo hoy");
      await foldToday("demo");
      const { page } = await sit("supervisor", { path: "/dashboard" });
      for (const label of labels) {
        const value = figure(page, label).locator("strong");
        await value.waitFor();
        assert.match(await value.innerText(), /\d|–/, label);
      }
      await page.getByText("En vivo").waitFor();
      for (const title of ["Mensajes recibidos por hora", "Por plataforma"]) {
        await page.getByRole("heading", { name: title }).waitFor();
      }
      const rows = page.getByRole("table").getByRole("row");
      assert.ok((await rows.count()) >= 2, "the chart can be read as a table");
      await page
        .locator("section", { hasText: "Esperan respuesta" })
        .locator("li")
        .first()
        .waitFor();
    }),
  );

  it(
    "counts what arrived in the last minute, says that it does, and names who wrote at once",
    office(async ({ sit }) => {
      await foldToday("demo");
      const { page } = await sit("supervisor", { path: "/dashboard" });
      await figure(page, "Resueltas hoy").locator("strong").waitFor();
      await soon(async () => (await received(page)) >= 0);
      const before = await received(page);
      const customer = await somebody();
      for (const text of ["Uno", "Dos", "Tres"]) await writes(customer, { text });
      const recent = page.locator("section", { hasText: "Conversaciones recientes" });
      await recent.locator("li").first().getByText(customer.name).waitFor();
      await foldToday("demo");
      await soon(async () => assert.ok((await received(page)) >= before + 3));
      await page.getByText("se actualiza cada minuto").waitFor();
    }),
  );

  it(
    "shows what was folded last, whatever the shards say, and what is folded while it is looked at",
    office(async ({ sit }) => {
      const workspaceId = freshWorkspace();
      const timeZone = "America/Santiago";
      const about = { timeZone, name: "Test", language: "es", responseTargetMs: 60_000 };
      await settingsAt(workspaceId).set(Settings.parse({ ...about, updatedAt: new Date() }));
      await threadWith(onWhatsapp, [{ text: "Hola" }], {}, workspaceId);
      const day = dayOf(Date.now(), timeZone);
      const count = (id: string, counts: object) => statsOf(workspaceId).doc(id).set(counts);
      await count(`${day}-0`, { day, received: 500, receivedByPlatform: { sms: 500 } });
      const now = {
        today: day,
        received: 41,
        receivedByHour: { 0: 13 },
        receivedByPlatform: { telegram: 17 },
        responseHistogram: { 4: 2 },
        responseMax: 100_000,
      };
      await count("now", now);
      const { page } = await sit(await makeMember(workspaceId, "supervisor"), {
        path: "/dashboard",
      });
      await soon(async () => assert.equal(await received(page), 41));
      const part = (title: string) => page.locator("section", { hasText: title });
      assert.match(await figure(page, "Primera respuesta").innerText(), /1 min 40 s/);
      await part("Por plataforma").getByTitle("17").getByText("Telegram").waitFor();
      const hours = part("Mensajes recibidos por hora").getByRole("row").nth(1);
      assert.deepEqual(await hours.getByRole("cell").allTextContents(), ["0", "13"]);
      await count("now", { ...now, received: 42 });
      await soon(async () => assert.equal(await received(page), 42));
    }),
  );

  it(
    "counts what is resolved, opens just that, and lets the condition be taken off",
    office(async ({ sit }) => {
      const customer = await caller("Listo, gracias");
      const { page: desk } = await sit("agent");
      const { page } = await sit("supervisor", { path: "/dashboard" });
      const value = figure(page, "Resueltas hoy").locator("strong");
      await value.waitFor();
      await foldToday("demo");
      const before = Number(await value.innerText());
      await openThread(desk, customer);
      await answer(desk, "Que te vaya bien");
      await bubble(desk, "Que te vaya bien").getByLabel("Leído").waitFor();
      await desk.keyboard.press("Escape");
      await desk.keyboard.press("e");
      await soon(async () => {
        await foldToday("demo");
        assert.equal(Number(await value.innerText()), before + 1);
      });
      await writes(customer, { text: "Ah, y otra cosa" });
      await value.click();
      await rowOf(page, customer).waitFor();
      await soon(async () => {
        const [, counted] =
          /(\d+)$/.exec(await page.locator("hilo-list nav a[aria-current]").innerText()) ?? [];
        assert.equal(await page.locator("a.row").count(), Number(counted));
      });
      await page.getByRole("button", { name: "Quitar el filtro Resueltas hoy" }).press("Delete");
      await soon(() => new URL(page.url()).search === "?view=all&status=any");
    }),
  );

  it(
    "opens the conversations behind each figure",
    office(async ({ sit }) => {
      const customer = await caller("¿Nadie contesta?");
      const { page } = await sit("supervisor", { path: "/dashboard" });
      const addresses = ["?view=all", "?view=all&unanswered=1", "?view=all&status=any&today=1"];
      for (const [i, address] of addresses.entries()) {
        await figure(page, labels[i] ?? "").click();
        await rowOf(page, customer).or(page.locator("a.row").first()).first().waitFor();
        assert.equal(new URL(page.url()).search, address);
        await page.goBack();
        await page.getByRole("heading", { name: "Panel" }).waitFor();
      }
      const recent = page.locator("section", { hasText: "Conversaciones recientes" });
      await recent.getByRole("link", { name: customer.name }).click();
      await page.locator("hilo-thread-header", { hasText: customer.name }).waitFor();
    }),
  );
});
