import assert from "node:assert/strict";
import { office } from "../support/desk.ts";
import { photo } from "./phone.ts";
import { answer, attach, bubble, caller, composer, openThread, rowOf } from "./scene.ts";
import { fits, fitsAt } from "./sideways.ts";
import { atEnd, grownComposer } from "./stillness.ts";

const widths = [390, 768, 1024, 1440, 1920];
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Runs in the page: puts the largest count there is into each of these places. */
function countMany(places: Element[]): void {
  for (const { childNodes } of places)
    for (const node of childNodes) if (node instanceof Text && node.data) node.data = "99+";
}

describe("every width", () => {
  it(
    "fits the sign-in page",
    office(async ({ stranger }) => {
      const { page } = await stranger();
      await page.getByRole("button", { name: "Entrar" }).waitFor();
      await fitsAt(widths, page, "sign-in");
    }),
  );

  it(
    "fits the inbox, a thread and the dashboard",
    office(async ({ sit }) => {
      const long = `${"palabraInterminable".repeat(12)} https://hilo.test/${"x".repeat(300)}`;
      const customer = await caller(long);
      const { page } = await sit("agent", { path: "/inbox?view=all" });
      await rowOf(page, customer).waitFor();
      const counts = page.locator("hilo-list nav span");
      await counts.nth(3).waitFor();
      await counts.evaluateAll(countMany);
      await fitsAt(widths, page, "inbox");
      await openThread(page, customer);
      await answer(page, `Sí: ${long}`);
      // Left earlier, the page to come would ask for it again, and hear that it is being sent.
      await bubble(page, "Sí: palabra")
        .getByLabel(/^(Enviado|Entregado|Leído)$/)
        .waitFor();
      await fitsAt(widths, page, "thread");
      await page.goto(new URL("/dashboard", page.url()).href);
      await page.locator("a.figure strong").first().waitFor();
      await fitsAt(widths, page, "dashboard");
    }),
  );
});

describe("on a phone", () => {
  it(
    "one thing is seen at a time: the list, the thread, the person, and back",
    office(async ({ sit }) => {
      const customer = await caller("Desde el teléfono");
      const { page } = await sit("agent", { ...phone, path: "/inbox?view=all" });
      const row = rowOf(page, customer);
      await row.waitFor();
      const bar = page.locator("hilo-rail nav");
      const box = await bar.boundingBox();
      assert.ok(box && box.y > 700 && Math.round(box.width) === 390, "the bar is at the bottom");
      await row.tap();
      await bubble(page, "Desde el teléfono").waitFor();
      assert.ok(!(await row.isVisible()) && !(await bar.isVisible()), "only the thread is seen");
      const panel = page.getByRole("complementary", { name: "Detalles del contacto" });
      assert.ok(!(await panel.isVisible()));
      await page.locator("hilo-thread-header .who").tap();
      await panel.waitFor();
      await panel.getByRole("heading", { name: customer.name }).waitFor();
      await fits(page, "the person on a phone");
      await panel.getByRole("button", { name: "Cerrar los detalles" }).tap();
      await panel.waitFor({ state: "hidden" });
      await page.getByRole("button", { name: "Volver a la bandeja" }).tap();
      await row.waitFor();
      await bar.waitFor();
      await page.goBack();
      await bubble(page, "Desde el teléfono").waitFor();
    }),
  );

  it(
    "Enter breaks the line and the button sends",
    office(async ({ sit }) => {
      const customer = await caller("Con el pulgar");
      const { page } = await sit("agent", phone);
      await openThread(page, customer);
      await page.getByLabel("Escribe una respuesta").tap();
      await page.keyboard.type("Una línea");
      await page.keyboard.press("Enter");
      await page.keyboard.type("y otra");
      await page.getByRole("button", { name: "Enviar", exact: true }).tap();
      await bubble(page, "Una línea").getByText("y otra").waitFor();
    }),
  );

  it(
    "the thread stays at its end while the composer grows, after sending, and with a picture",
    office(async ({ sit }) => {
      const customer = await caller("Una línea más\n".repeat(60));
      const { page } = await sit("agent", phone);
      await openThread(page, customer);
      await page.locator("hilo-thread .pill").tap();
      await atEnd(page);
      await composer(page).tap();
      assert.ok((await grownComposer(page)) <= 2, "its place is kept");
      for (let line = 0; line < 8; line += 1) {
        await page.keyboard.type(`Línea ${line}`);
        await page.keyboard.press("Enter");
        await atEnd(page);
      }
      await page.keyboard.press("Backspace");
      await atEnd(page);
      await page.getByRole("button", { name: "Enviar", exact: true }).tap();
      await bubble(page, "Línea 7").getByLabel("Leído").waitFor();
      await atEnd(page);
      await attach(page, photo);
      await page.getByRole("button", { name: "Enviar", exact: true }).tap();
      await page.locator("hilo-message").last().locator("hilo-picture img").waitFor();
      await page.locator("hilo-message").last().getByLabel("Leído").waitFor();
      await atEnd(page);
    }),
  );

  it(
    "everything that can be done has a button, large enough for a finger",
    office(async ({ sit }) => {
      const customer = await caller("Todo a mano");
      const { page } = await sit("agent", phone);
      await openThread(page, customer);
      await page.getByRole("button", { name: "Más acciones" }).tap();
      for (const name of ["Resolver", "Asignar", "Posponer"]) {
        await page.getByRole("menuitem", { name, exact: true }).waitFor();
      }
      await page.getByRole("menuitem", { name: "Resolver", exact: true }).tap();
      await page.locator("hilo-thread-header").getByText("Resuelta").waitFor();
      const small = await page
        .locator("hilo-composer button:visible, hilo-thread-header button:visible")
        .evaluateAll((buttons) =>
          buttons
            .map((one) => ({
              name: one.getAttribute("aria-label") ?? one.textContent?.trim(),
              box: one.getBoundingClientRect(),
            }))
            .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
            .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
        );
      assert.deepEqual(small, []);
    }),
  );

  it(
    "the bar leads to the pages and says where one is",
    office(async ({ sit }) => {
      const { page } = await sit("agent", { ...phone, path: "/inbox?view=all" });
      await page.locator("a.row").first().waitFor();
      assert.equal(await page.locator("hilo-rail nav > :visible:not(.mark)").count(), 4);
      await page.getByRole("link", { name: /^Embudos/ }).tap();
      await page.getByRole("heading", { name: "Embudos" }).waitFor();
      const current = page.locator('hilo-rail a[aria-current="page"]');
      assert.match((await current.getAttribute("aria-label")) ?? "", /^Embudos/);
      await page.getByRole("link", { name: /^Bandeja/ }).tap();
      await page.getByRole("heading", { name: "Bandeja" }).waitFor();
    }),
  );
});
