import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { attendanceAt } from "../../functions/src/users/store.ts";
import { conversationOf, demo } from "../journeys/records.ts";
import { signIn } from "../support/console.ts";
import { accountOf } from "../support/demo-members.ts";
import { office } from "../support/desk.ts";
import { canBePressed } from "./menus.ts";
import { caller, composer, openThread, rowOf, soon } from "./scene.ts";
import { violations } from "./violations.ts";

const noNetwork = /ERR_INTERNET_DISCONNECTED|Firestore/;

const account = (page: Page, state: string) =>
  page.getByRole("button", { name: new RegExp(`^Tu cuenta: .+, ${state}$`) });

async function choose(page: Page, state: string): Promise<void> {
  await page.getByRole("button", { name: /^Tu cuenta/ }).click();
  await page.getByRole("menuitemradio", { name: state, exact: true }).click();
}

describe("a member", () => {
  it(
    "is available once they are here, chooses to be away on every device, and back",
    office(async ({ sit }) => {
      const { page } = await sit("supervisor");
      await account(page, "disponible").waitFor();
      await choose(page, "Ausente");
      await account(page, "ausente").waitFor();
      const { page: phone } = await sit("supervisor", { viewport: { width: 390, height: 844 } });
      await account(phone, "ausente").waitFor();
      await page.reload();
      await account(page, "ausente").waitFor();
      await choose(phone, "Disponible");
      await account(page, "disponible").waitFor();
      await account(phone, "disponible").waitFor();
    }),
  );

  it(
    "is told when the choice cannot be made, and stays what they were",
    office(async ({ sit }) => {
      const { page, context } = await sit("supervisor");
      await account(page, "disponible").waitFor();
      await context.setOffline(true);
      await choose(page, "Ausente");
      await page
        .locator("hilo-toasts")
        .getByText(/^No hay conexión con el servidor/)
        .waitFor();
      await account(page, "disponible").waitFor();
    }, noNetwork),
  );

  it(
    "is expected back no longer once they have signed out",
    office(async ({ stranger }) => {
      const { page } = await stranger({ path: "/inbox?view=all" });
      const said = page.waitForRequest(/members\/me\/presence$/);
      await signIn(page, accountOf("supervisor").email);
      const { tabId } = (await said).postDataJSON() as { tabId: string };
      const until = async () => {
        const found = await attendanceAt(demo, "demo-supervisor").get();
        return (found.get(`tabs.${tabId}`)?.toMillis() ?? 0) - Date.now();
      };
      await soon(async () => (await until()) > 4 * 60_000);
      await page.getByRole("button", { name: /^Tu cuenta/ }).click();
      await page.getByRole("menuitem", { name: "Cerrar sesión" }).click();
      await page.locator("input[type=password]").waitFor();
      await soon(async () => assert.ok((await until()) <= 30_000));
    }),
  );
});

describe("a row of the list", () => {
  it(
    "tells who has it open, that they write, and loses them when they leave",
    office(async ({ sit }) => {
      const customer = await caller("¿Quién está mirando?");
      const { page } = await sit("agent", { path: "/inbox?view=all" });
      const { page: colleague } = await sit("agent2");
      const row = rowOf(page, customer);
      await row.waitFor();
      assert.equal(await row.locator(".here").count(), 0);
      await openThread(colleague, customer);
      await row.getByText("Agente Dos está aquí").waitFor();
      assert.equal(await row.locator(".here .avatar").count(), 1);
      await composer(colleague).pressSequentially("Yo");
      await row.getByText("Agente Dos está escribiendo").waitFor();
      await composer(colleague).fill("");
      const other = await caller("¿Y aquí?");
      await openThread(colleague, other);
      await rowOf(page, other).getByText("Agente Dos está aquí").waitFor();
      await row.getByText("Agente Dos").waitFor({ state: "detached" });
      await openThread(page, other);
      await rowOf(page, other).getByText("Agente Dos está aquí").waitFor();
      await colleague.getByRole("link", { name: /^Panel/ }).click();
      await rowOf(page, other).getByText("Agente Dos").waitFor({ state: "detached" });
    }),
  );

  it(
    "has room for two faces, and counts the others",
    office(async ({ sit }) => {
      const customer = await caller("¿Cuántos son?");
      const presences = workspace(demo).collection("presences");
      const { page } = await sit("agent", { path: "/inbox?view=all" });
      await rowOf(page, customer).waitFor();
      const others = ["demo-admin", "demo-agent2", "demo-supervisor"];
      const { conversationId } = customer;
      const comes = (uid: string) =>
        presences.doc(uid).set({ conversationId, state: "viewing", at: new Date() });
      await Promise.all(others.map(comes));
      const here = rowOf(page, customer).locator(".here");
      await here.getByText("+1").waitFor();
      assert.equal(await here.locator(".avatar").count(), 2);
      const words = "Admin Rojas, Agente Dos y Supervisora Vega están aquí";
      await rowOf(page, customer).getByText(words).waitFor();
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 844 });
        const box = await here.boundingBox();
        assert.ok(box && box.x + box.width <= width, `seen at ${width}`);
        assert.deepEqual(await violations(page), []);
      }
      await Promise.all(others.map((uid) => presences.doc(uid).delete()));
      await here.waitFor({ state: "detached" });
    }),
  );
});

/** Where it has a button of its own by its key, else by the menu of everything else. */
async function openList(
  page: Page,
  width: number,
  { more, assign }: { more: string; assign: string },
): Promise<void> {
  if (width > 390) return page.keyboard.press("a");
  await page.getByRole("button", { name: more }).click();
  await page.getByRole("menuitem", { name: assign, exact: true }).click();
}

describe("the list of those to whom it can be assigned", () => {
  const words = {
    es: {
      more: "Más acciones",
      assign: "Asignar",
      find: "Buscar a alguien",
      active: /\d activas?/,
    },
    en: { more: "More actions", assign: "Assign", find: "Find somebody", active: /\d active/ },
  };
  const named = {
    es: ["Asignarme, disponible", "Agente Dos, ausente"],
    en: ["Assign to me, available", "Agente Dos, away"],
  };

  for (const language of ["es", "en"] as const) {
    it(
      `shows faces, who is here and how much each has, at every width (${language})`,
      office(async ({ sit }) => {
        const t = words[language];
        const customer = await caller("¿Quién puede?");
        const { page: colleague } = await sit("agent2");
        await account(colleague, "(disponible|ausente)").waitFor();
        await choose(colleague, "Ausente");
        await account(colleague, "ausente").waitFor();
        const { page } = await sit("agent", { locale: language === "es" ? "es-CL" : "en-US" });
        await openThread(page, customer);
        for (const width of [1440, 390]) {
          await page.setViewportSize({ width, height: 844 });
          await openList(page, width, t);
          const items = page.locator("#assign").getByRole("menuitemradio");
          await Promise.all(
            named[language].map((name) =>
              items.filter({ hasText: name }).filter({ hasText: t.active }).waitFor(),
            ),
          );
          assert.match((await items.first().textContent()) ?? "", /Asignarme|Assign to me/);
          await canBePressed(page, `the list at ${width}`);
          assert.deepEqual(await violations(page), []);
          await page.getByLabel(t.find).fill("agente d");
          await items.filter({ hasText: "Agente Dos" }).waitFor();
          assert.equal(await items.count(), 1);
          await page.keyboard.press(width === 390 ? "Enter" : "Escape");
        }
        await soon(async () => (await conversationOf(customer)).assigneeId === "demo-agent2");
        await choose(colleague, "Disponible");
        await account(colleague, "disponible").waitFor();
      }),
    );
  }

  it(
    "says no number that it does not know",
    office(async ({ sit }) => {
      const customer = await caller("¿Y sin red?");
      const { page, context } = await sit("agent");
      await openThread(page, customer);
      await context.setOffline(true);
      await page.keyboard.press("a");
      const items = page.locator("#assign").getByRole("menuitemradio");
      await items.filter({ hasText: "Agente Dos" }).waitFor();
      assert.equal(await items.filter({ hasText: "activa" }).count(), 0);
    }, noNetwork),
  );
});
