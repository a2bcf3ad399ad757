import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { phoneOf, writes } from "../journeys/customers.ts";
import { office } from "../support/desk.ts";
import { house } from "../support/house.ts";
import { attach, bubble, caller, type File, openThread, rowOf, soon } from "./scene.ts";

const photo = sample("producto.jpg", "image/jpeg");
const paper = sample("cotizacion-plan-equipo.pdf", "application/pdf");

function sample(name: string, mimeType: string): File {
  const path = new URL(`../../scripts/seed/files/${name}`, import.meta.url);
  return { name, mimeType, buffer: readFileSync(path) };
}

/** Gives files to the page the way a paste or a drop does. */
async function give(page: Page, how: "paste" | "drop", file: File): Promise<void> {
  const base64 = file.buffer.toString("base64");
  const target = page.locator(how === "paste" ? "hilo-composer textarea" : "hilo-thread");
  await target.evaluate(
    (element, { how, name, type, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type }));
      const options = { bubbles: true, cancelable: true, composed: true };
      const event =
        how === "paste"
          ? new ClipboardEvent("paste", { ...options, clipboardData: data })
          : new DragEvent("drop", { ...options, dataTransfer: data });
      element.dispatchEvent(event);
    },
    { how, name: file.name, type: file.mimeType, base64 },
  );
}

const send = (page: Page) => page.getByRole("button", { name: "Enviar", exact: true });

describe("what a customer sends besides words", () => {
  it(
    "an image is shown, and larger when pressed",
    office(async ({ sit }) => {
      const customer = await caller("Mira esto");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await writes(customer, { kind: "image", text: "Así llegó" });
      const message = bubble(page, "Así llegó");
      const image = message.locator("img");
      await image.waitFor();
      await soon(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth > 0));
      await message.getByRole("button", { name: /^Ampliar/ }).click();
      await page.locator("hilo-lightbox img").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("hilo-lightbox").waitFor({ state: "detached" });
    }),
  );

  it(
    "a voice note can be played, a document opened, a place and a card read",
    office(async ({ sit }) => {
      const customer = await caller("Te mando todo");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await writes(customer, { kind: "audio" });
      await page.locator("hilo-audio").getByRole("button", { name: "Reproducir" }).waitFor();
      await rowOf(page, customer).getByText("Nota de voz").waitFor();
      await writes(customer, { kind: "document" });
      const link = page.locator("hilo-document a");
      await link.waitFor();
      assert.match((await link.getAttribute("href")) ?? "", /\/files\/demo\/.+signature=/);
      const location = { latitude: -33.4372, longitude: -70.6506, name: "La Moneda" };
      await writes(customer, { kind: "location", location });
      await page.locator("hilo-message", { hasText: "La Moneda" }).waitFor();
      const card = { name: "Pedro Pérez", phone: "+56 9 8111 2222" };
      await writes(customer, { kind: "contact", card });
      await page.locator("hilo-message", { hasText: "Pedro Pérez" }).waitFor();
    }),
  );
});

describe("a file that is not to be opened", () => {
  it(
    "is held back with the reason, and saved by an administrator who was asked first",
    office(async ({ sit }) => {
      const customer = await caller("Abre esto");
      const base64 = Buffer.from("MZ\0\0").toString("base64");
      const file = { name: "factura.pdf.exe", type: "application/pdf", base64 };
      await writes(customer, { kind: "document", file });
      const { page } = await sit("agent");
      await openThread(page, customer);
      const lost = (of: Page) => of.locator("hilo-lost-file");
      await lost(page).getByText("Retenido: es un programa").waitFor();
      await lost(page).getByText("rol de administración").waitFor();
      assert.equal(await lost(page).getByRole("button").count(), 0);
      const { page: admin } = await sit("admin");
      await openThread(admin, customer);
      await lost(admin).getByRole("button", { name: "Guardar de todos modos" }).click();
      const dialog = lost(admin).locator("hilo-dialog");
      await dialog.getByText("puede dañar este equipo").waitFor();
      const [saved] = await Promise.all([
        admin.waitForEvent("download"),
        dialog.getByRole("button", { name: "Guardar de todos modos" }).click(),
      ]);
      // This platform tells no names.
      assert.equal(saved.suggestedFilename(), "file");
      await dialog.waitFor({ state: "detached" });
    }),
  );

  it(
    "says why it did not come, and is asked for again",
    office(async ({ sit }) => {
      const customer = await caller("Te mando una foto");
      const place = `${house.simulatorUrl}/2010-04-01/Accounts/AC000000000000000000000000000000a1`;
      const MediaUrl0 = `${place}/Messages/MM0/Media/ME0`;
      await writes(customer, { kind: "image", fields: { MediaUrl0 } });
      const { page } = await sit("agent");
      await openThread(page, customer);
      const lost = page.locator("hilo-lost-file");
      await lost.getByText("El proveedor ya no tiene el archivo").waitFor();
      const [answer] = await Promise.all([
        page.waitForResponse(/\/messages\/[^/]+\/fetch$/),
        lost.getByRole("button", { name: "Descargar otra vez" }).click(),
      ]);
      assert.equal(answer.status(), 202);
      await lost.getByText("El proveedor ya no tiene el archivo").waitFor();
    }),
  );
});

describe("what an agent attaches", () => {
  it(
    "goes by the button with its progress, may be sent before it is there, and reaches the customer",
    office(async ({ sit }) => {
      const customer = await caller("¿Tienes una foto?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route("**/api/v1/files?*", async (route) => {
        await held;
        await route.continue();
      });
      await attach(page, photo);
      await page.locator("hilo-composer progress").waitFor();
      await page.getByLabel("Escribe una respuesta").fill("Esta es");
      await page.keyboard.press("Enter");
      const own = bubble(page, "Esta es");
      await own.getByLabel("En cola").waitFor();
      release();
      await own.getByLabel("Leído").waitFor();
      await own.locator("img").waitFor();
      const got = (await phoneOf(customer)).at(-1);
      assert.deepEqual(
        [got?.text, got?.files.map(({ type }) => type)],
        ["Esta es", ["image/jpeg"]],
      );
    }),
  );

  it(
    "is seen small before it goes, and is a message each where a message is one file",
    office(async ({ sit }) => {
      const customer = await caller("Mándame las fotos");
      const { page } = await sit("agent");
      await openThread(page, customer);
      const names = ["frente.jpg", "lado.jpg", "atras.jpg"];
      await attach(page, ...names.map((name) => ({ ...photo, name })), paper);
      const small = page.locator("hilo-composer .files img");
      await soon(async () => (await small.count()) === 3);
      await soon(() =>
        small.evaluateAll((all) => all.every((one) => (one as HTMLImageElement).naturalWidth > 0)),
      );
      await page.getByLabel("Escribe una respuesta").fill("Las cuatro");
      await page.keyboard.press("Enter");
      await bubble(page, paper.name).getByLabel("Leído").waitFor();
      const got = (await phoneOf(customer)).slice(-4);
      assert.deepEqual(
        got.map(({ text, files }) => [text, files.map(({ type }) => type).join()]),
        [
          ["Las cuatro", "image/jpeg"],
          ["", "image/jpeg"],
          ["", "image/jpeg"],
          ["", "application/pdf"],
        ],
      );
    }),
  );

  for (const how of ["paste", "drop"] as const) {
    it(
      `goes by ${how}, without a word beside it`,
      office(async ({ sit }) => {
        const customer = await caller("¿Y la cotización?");
        const { page } = await sit("agent");
        await openThread(page, customer);
        await give(page, how, paper);
        await page.getByRole("button", { name: `Quitar ${paper.name}` }).waitFor();
        await soon(async () => send(page).isEnabled());
        await send(page).click();
        await bubble(page, paper.name).getByLabel("Leído").waitFor();
        const got = (await phoneOf(customer)).at(-1);
        assert.deepEqual(
          got?.files.map(({ type }) => type),
          ["application/pdf"],
        );
      }),
    );
  }

  it(
    "is refused in words when it is too large, of a wrong kind, empty, or not what it says",
    office(async ({ sit }) => {
      const customer = await caller("Manda lo que sea");
      const { page } = await sit("agent");
      await openThread(page, customer);
      const said = page.locator("hilo-composer").getByRole("alert");
      const large = { ...photo, name: "enorme.jpg", buffer: Buffer.alloc(8_000_000, 7) };
      await attach(page, large);
      await said.getByText(/^enorme.jpg pesa 8 MB y este canal admite hasta 5,2 MB\.$/).waitFor();
      await attach(page, {
        name: "juego.exe",
        mimeType: "application/x-msdownload",
        buffer: Buffer.from("MZ"),
      });
      await said.getByText("WhatsApp no admite archivos como juego.exe.").waitFor();
      await attach(page, { ...photo, name: "nada.jpg", buffer: Buffer.alloc(0) });
      await said.getByText("nada.jpg está vacío.").waitFor();
      assert.equal(await page.locator("hilo-composer .files li").count(), 0);
      await attach(page, {
        ...photo,
        name: "foto.jpg",
        buffer: Buffer.from("MZ\0\0, no photo at all"),
      });
      const staged = page.locator("hilo-composer .files li", { hasText: "foto.jpg" });
      await staged.getByText(/puede hacer daño al abrirlo/).waitFor();
      assert.ok(await send(page).isDisabled());
      await staged.getByRole("button", { name: "Quitar foto.jpg" }).click();
      await staged.waitFor({ state: "detached" });
    }, /status of 415/),
  );
});
