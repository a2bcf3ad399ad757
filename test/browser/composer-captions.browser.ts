import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { phoneOf } from "../journeys/customers.ts";
import { office } from "../support/desk.ts";
import { attach, bubble, caller, composer, focuses, openThread, soon } from "./scene.ts";
import { violations } from "./violations.ts";

const bytes = readFileSync(new URL("../../scripts/seed/files/producto.jpg", import.meta.url));
const photos = ["frente.jpg", "lado.jpg", "atras.jpg"].map((name) => ({
  name,
  mimeType: "image/jpeg",
  buffer: bytes,
}));

const tiles = (page: Page) => page.locator("hilo-composer .files li");
const names = (page: Page) => tiles(page).locator(".name").allInnerTexts();
const gallery = (page: Page) => page.locator("hilo-gallery");
const caption = (page: Page, name: string) => gallery(page).getByLabel(`Texto de ${name}`);

async function inOrder(page: Page, expected: string[]): Promise<void> {
  await soon(async () => assert.deepEqual(await names(page), expected));
}

describe("several files", () => {
  it(
    "have a caption each, kept over a reload, and are sent with them in their order",
    office(async ({ sit }) => {
      const customer = await caller("Mándame las fotos");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await attach(page, ...photos);
      await tiles(page)
        .getByRole("button", { name: /^frente.jpg 1 de 3/ })
        .click();
      await caption(page, "frente.jpg").waitFor();
      await focuses(page, /^Texto de frente.jpg$/);
      await page.keyboard.type("De frente");
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Enter");
      await caption(page, "lado.jpg").waitFor();
      await gallery(page).getByRole("button", { name: "Mover después" }).click();
      await gallery(page).getByRole("button", { name: "3 de 3: lado.jpg" }).waitFor();
      await caption(page, "lado.jpg").fill("De lado");
      await caption(page, "lado.jpg").press("Enter");
      await gallery(page).waitFor({ state: "detached" });
      await inOrder(page, ["frente.jpg", "atras.jpg", "lado.jpg"]);
      await page.reload();
      await inOrder(page, ["frente.jpg", "atras.jpg", "lado.jpg"]);
      await tiles(page).getByText("De lado").waitFor();
      await composer(page).fill("¿Cuál te gusta?");
      await composer(page).press("Enter");
      await bubble(page, "¿Cuál te gusta?").getByLabel("Leído").waitFor();
      const got = (await phoneOf(customer)).slice(-4);
      assert.deepEqual(
        got.map(({ text, files }) => [text, files.length]),
        [
          ["De frente", 1],
          ["", 1],
          ["De lado", 1],
          ["¿Cuál te gusta?", 0],
        ],
      );
    }),
  );

  it(
    "are put into another order and taken out by keys and by mouse",
    office(async ({ sit }) => {
      const customer = await caller("¿Cuáles tienes?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await attach(page, ...photos);
      await tiles(page)
        .getByRole("button", { name: /^frente.jpg 1 de 3/ })
        .focus();
      await page.keyboard.press("Alt+ArrowRight");
      await inOrder(page, ["lado.jpg", "frente.jpg", "atras.jpg"]);
      await focuses(page, /^frente.jpg\s+2 de 3/);
      await page.getByRole("status").getByText("frente.jpg quedó en el lugar 2 de 3").waitFor();
      await tiles(page).nth(2).dragTo(tiles(page).nth(0));
      await inOrder(page, ["atras.jpg", "lado.jpg", "frente.jpg"]);
      await tiles(page)
        .getByRole("button", { name: /^lado.jpg 2 de 3/ })
        .focus();
      await page.keyboard.press("Delete");
      await inOrder(page, ["atras.jpg", "frente.jpg"]);
      await focuses(page, /^frente.jpg\s+2 de 2/);
      await page.getByRole("button", { name: "Quitar atras.jpg" }).click();
      await inOrder(page, ["frente.jpg"]);
      await page.getByRole("button", { name: "Quitar frente.jpg" }).click();
      await focuses(page, /^Escribe una respuesta$/);
    }),
  );

  it(
    "are told when a caption is too long, and not sent before it fits",
    office(async ({ sit }) => {
      const customer = await caller("Cuéntame todo");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await attach(page, ...photos.slice(0, 2));
      await tiles(page)
        .getByRole("button", { name: /^frente.jpg/ })
        .click();
      await caption(page, "frente.jpg").fill("a".repeat(1603));
      await gallery(page).getByText("Sobran 3 caracteres").waitFor();
      await gallery(page).getByRole("button", { name: "Listo" }).click();
      const send = page.getByRole("button", { name: "Enviar", exact: true });
      assert.ok(await send.isDisabled());
    }),
  );
});
