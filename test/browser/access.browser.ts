import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { writes } from "../journeys/customers.ts";
import { office } from "../support/desk.ts";
import { answer, bubble, caller, openThread } from "./scene.ts";
import { violations } from "./violations.ts";

/** What has the focus, and whether a ring shows it. */
function focus(page: Page): Promise<{ name: string; ring: boolean }> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at) return { name: "", ring: false };
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const ring = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    const name = at.getAttribute("aria-label") ?? at.textContent?.replace(/\s+/g, " ").trim() ?? "";
    return { name: `${at.tagName.toLowerCase()} ${name}`.slice(0, 60), ring };
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  describe(`in the ${colorScheme} theme, nothing serious stands in anybody's way`, () => {
    it(
      "at the sign-in page, also when something is wrong",
      office(async ({ stranger }) => {
        const { page } = await stranger({ colorScheme });
        await page.getByRole("button", { name: "Entrar" }).waitFor();
        assert.deepEqual(await violations(page), []);
        await page.getByRole("button", { name: "Entrar" }).click();
        await page.getByRole("alert").waitFor();
        assert.deepEqual(await violations(page), []);
      }),
    );

    it(
      "in the inbox with a thread that holds everything",
      office(async ({ sit }) => {
        const customer = await caller("Hola, ¿me ayudas con https://hilo.test/pedido ?");
        for (const kind of ["image", "audio", "document", "contact"]) {
          await writes(customer, { kind });
        }
        const { page } = await sit("agent", { colorScheme });
        await openThread(page, customer);
        await answer(page, "Claro que sí");
        await bubble(page, "Claro que sí").getByLabel("Leído").waitFor();
        await page.keyboard.press("Escape");
        await page.keyboard.press("n");
        await page.getByLabel(/^Escribe una nota/).fill("Nota para @Supervisora Vega, hoy");
        await page.keyboard.press("Enter");
        await bubble(page, "Nota para").waitFor();
        await page.locator("hilo-toasts div").first().waitFor({ state: "detached" });
        assert.deepEqual(await violations(page), []);
        await page.getByRole("button", { name: "Más acciones" }).click();
        await page.getByRole("menuitemradio").first().waitFor();
        assert.deepEqual(await violations(page), []);
      }),
    );

    it(
      "on the dashboard, with the list of keys open as well",
      office(async ({ sit }) => {
        const { page } = await sit("supervisor", { colorScheme, path: "/dashboard" });
        await page.locator("a.figure strong").nth(4).waitFor();
        await page.locator("section li").first().waitFor();
        assert.deepEqual(await violations(page), []);
        await page.keyboard.press("?");
        await page.locator("hilo-keys dl").waitFor();
        assert.deepEqual(await violations(page), []);
      }),
    );
  });
}

describe("by keyboard alone", () => {
  it(
    "every main control is reached, and shows that it is",
    office(async ({ sit }) => {
      const customer = await caller("Solo con el teclado");
      // Few rows, so that the way through the list is short.
      const path = `/inbox/${customer.conversationId}?view=all&platform=voice`;
      const { page } = await sit("agent", { path });
      await page.locator("hilo-composer textarea").waitFor();
      await page.locator("hilo-tag-editor").waitFor();
      const reached: string[] = [];
      for (let i = 0; i < 80; i += 1) {
        await page.keyboard.press("Tab");
        const { name, ring } = await focus(page);
        assert.ok(ring || /^(textarea|body)/.test(name), `${name} shows its focus`);
        reached.push(name);
        if (name.startsWith("body")) break;
      }
      const all = reached.join("\n");
      for (const control of [
        /Ir al contenido/,
        /a Bandeja/,
        /a Panel/,
        /button Buscar/,
        /button Tu cuenta/,
        /button Filtros/,
        /button Nueva conversación/,
        /input Busca por nombre/,
        /a Sin asignar/,
        /button Asignar/,
        /button Posponer/,
        /button Resolver/,
        /textarea Escribe una respuesta/,
        /button Adjuntar archivo/,
        /button Añadir etiqueta/,
      ]) {
        assert.match(all, control);
      }
    }),
  );

  it(
    "the content can be gone to at once",
    office(async ({ sit }) => {
      const { page } = await sit("agent", { path: "/inbox?view=all" });
      await page.locator("a.row").first().waitFor();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.match((await focus(page)).name, /^main/);
    }),
  );
});

describe("for whoever cannot see the screen", () => {
  it(
    "a new message in one's own conversations is said, wherever one is",
    office(async ({ sit }) => {
      const customer = await caller("Primero");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await page.locator("hilo-thread-header #assign #button").click();
      await page.getByRole("menuitemradio", { name: "Asignarme" }).click();
      await page.locator("hilo-thread p.system").first().waitFor();
      await page.getByRole("link", { name: /^Panel/ }).click();
      await page.getByRole("heading", { name: "Panel" }).waitFor();
      await writes(customer, { text: "¿Me oyes?" });
      const said = page.locator('.announcer[role="status"]');
      await said
        .getByText(`Mensaje nuevo de ${customer.name}: ¿Me oyes?`)
        .waitFor({ state: "attached" });
    }),
  );
});
