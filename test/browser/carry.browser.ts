import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { does, lastShown, phoneOf, whoWrote } from "../journeys/elsewhere.ts";
import { office } from "../support/desk.ts";
import { openConversation } from "./entries.ts";
import { answer, bubble, composer, focuses, soon } from "./scene.ts";

const sticker = readFileSync(new URL("../../simulator/src/samples/sticker.webp", import.meta.url));

/** Opens one of the dialogs in which something else than a text is put together, by the keyboard alone. */
async function offer(page: Page, what: string): Promise<Locator> {
  const button = page.getByRole("button", { name: "Enviar otra cosa" });
  await button.focus();
  await page.keyboard.press("Enter");
  const item = page.getByRole("menuitem", { name: what });
  await item.waitFor();
  await item.press("Enter");
  const parts = page.locator("hilo-compose-options, hilo-compose-place, hilo-compose-card");
  await parts.locator("form").waitFor();
  return parts;
}

describe("something else than a text, in a house that runs", () => {
  for (const channelId of ["whatsapp", "telegram"] as const) {
    it(
      `a place goes out by ${channelId}, by keys alone`,
      office(async ({ sit }) => {
        const person = await whoWrote(channelId, { text: "¿Dónde están?" });
        const { page } = await sit("agent");
        await openConversation(page, person.conversationId);
        const dialog = await offer(page, "Ubicación");
        await focuses(page, /^Coordenadas/);
        await page.keyboard.press("Enter");
        await dialog.getByText("No encontramos coordenadas ahí.").waitFor();
        await page.keyboard.type("https://www.google.com/maps/@-33.4372,-70.6506,17z");
        await page.keyboard.press("Tab");
        await page.keyboard.type("La Moneda");
        await page.keyboard.press("Tab");
        await page.keyboard.type("Moneda s/n, Santiago");
        await page.keyboard.press("Enter");
        await bubble(page, "La Moneda").getByRole("link", { name: "Ver en el mapa" }).waitFor();
        const { place } = await lastShown(person);
        assert.deepEqual([place?.latitude, place?.longitude], [-33.4372, -70.6506]);
        assert.equal(place?.name, "La Moneda");
        await focuses(page, /^Escribe una respuesta/);
      }),
    );

    it(
      `a contact card goes out by ${channelId}`,
      office(async ({ sit }) => {
        const person = await whoWrote(channelId, { text: "¿Con quién hablo?" });
        const { page } = await sit("agent");
        await openConversation(page, person.conversationId);
        const dialog = await offer(page, "Tarjeta de contacto");
        await focuses(page, /^Nombre/);
        await page.keyboard.type("Sara Bodega");
        await page.keyboard.press("Enter");
        await dialog.getByText("Escribe el teléfono con su código de país").waitFor();
        await dialog.getByLabel("Teléfono con código de país").fill("+56 9 8111 2222");
        await dialog.getByLabel("Empresa (opcional)").fill("Andes");
        await dialog.getByRole("button", { name: "Enviar" }).click();
        await bubble(page, "Sara Bodega").waitFor();
        const { card } = await lastShown(person);
        assert.equal(card?.name, "Sara Bodega");
        assert.match(card?.phone?.replace(/\s/g, "") ?? "", /56981112222$/);
      }),
    );

    it(
      `a list goes out by ${channelId}, and what was chosen comes back`,
      office(async ({ sit }) => {
        const person = await whoWrote(channelId, { text: "¿Qué planes hay?" });
        const { page } = await sit("agent");
        await openConversation(page, person.conversationId);
        const dialog = await offer(page, "Botones o lista");
        await dialog.getByRole("button", { name: "Lista" }).click();
        await dialog.getByLabel("Texto").fill("Nuestros planes");
        await dialog.getByRole("textbox", { name: "Opción 1", exact: true }).fill("Básico");
        await dialog.getByRole("textbox", { name: /^Descripción de la opción 1/ }).fill("$9.990");
        await dialog.getByRole("textbox", { name: "Opción 2", exact: true }).fill("Equipo");
        await dialog.getByRole("button", { name: "Enviar" }).click();
        const own = bubble(page, "Nuestros planes");
        await own.getByText("Ver opciones · 2 opciones").click();
        await own.getByText("Equipo").waitFor();
        const shown = await lastShown(person);
        const rows = shown.offer?.list?.rows ?? shown.offer?.buttons ?? [];
        assert.deepEqual(
          rows.map(({ title }) => title.split(" · ")[0]),
          ["Básico", "Equipo"],
        );
        const { id, title } = rows[1] ?? assert.fail();
        const way = shown.offer?.list ? { kind: "list", list: { id, title } } : undefined;
        await does(person, {
          ...(way ?? { kind: "button", button: { id, title } }),
          replyTo: shown.id,
        });
        await page.locator("hilo-message .pressed", { hasText: "Equipo" }).waitFor();
      }),
    );
  }

  it(
    "a sticker goes out where there are such",
    office(async ({ sit }) => {
      const person = await whoWrote("whatsapp", { text: "¡Gracias!" });
      const { page } = await sit("agent");
      await openConversation(page, person.conversationId);
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: "Adjuntar archivo" }).click(),
      ]);
      await chooser.setFiles([{ name: "chao.webp", mimeType: "image/webp", buffer: sticker }]);
      const send = page.getByRole("button", { name: "Enviar", exact: true });
      await soon(async () => send.isEnabled());
      await send.click();
      await page.locator("hilo-message hilo-picture[sticker] img").waitFor();
      await soon(async () => {
        const { kind, files } = await lastShown(person);
        assert.deepEqual([kind, files[0]?.type], ["sticker", "image/webp"]);
      });
    }),
  );

  it(
    "is put together in English by whoever reads English",
    office(async ({ sit }) => {
      const person = await whoWrote("telegram", { text: "Where are you?" });
      const { page } = await sit("agent", { locale: "en-US" });
      await openConversation(page, person.conversationId);
      await page.getByRole("button", { name: "Send something else" }).click();
      await page.getByRole("menuitem", { name: "Location" }).click();
      const dialog = page.locator("hilo-compose-place");
      await dialog.getByRole("button", { name: "Send" }).click();
      await dialog.getByText("No coordinates were found there.").waitFor();
      await dialog.getByLabel("Coordinates or link of a map").fill("-33.4372, -70.6506");
      await dialog.getByRole("button", { name: "Send" }).click();
      await page.getByRole("link", { name: "See on the map" }).waitFor();
      await lastShown(person);
      const words = await page.locator("body").innerText();
      assert.doesNotMatch(words, /Enviar|Responder|Ubicación|Escribe|Cancelar/);
    }),
  );

  it(
    "is left with Escape, and the focus is where it was",
    office(async ({ sit }) => {
      const person = await whoWrote("telegram", { text: "¿Me mandas algo?" });
      const { page } = await sit("agent");
      await openConversation(page, person.conversationId);
      for (const what of ["Botones o lista", "Ubicación", "Tarjeta de contacto"]) {
        const dialog = await offer(page, what);
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "detached" });
        await focuses(page, /^Enviar otra cosa/);
        const again = await offer(page, what);
        await again.getByRole("button", { name: "Cancelar" }).press("Enter");
        await again.waitFor({ state: "detached" });
        await focuses(page, /^Enviar otra cosa/);
      }
      await composer(page).click();
      await answer(page, "Nada, al final");
      await bubble(page, "Nada, al final").waitFor();
    }),
  );
});

describe("reactions", () => {
  for (const channelId of ["whatsapp", "telegram", "instagram"] as const) {
    it(
      `go both ways by ${channelId}, by keys too`,
      office(async ({ sit }) => {
        const person = await whoWrote(channelId, { text: "¡Llegó perfecto!" });
        const { page } = await sit("agent");
        await openConversation(page, person.conversationId);
        await answer(page, "¡Qué bueno!");
        const { id } = await lastShown(person);
        await does(person, { kind: "reaction", target: id, emoji: "👍" });
        const own = bubble(page, "¡Qué bueno!");
        await own.locator(".reactions button", { hasText: "👍" }).waitFor();
        const theirs = bubble(page, "¡Llegó perfecto!");
        const way = theirs.getByRole("button", { name: "Reaccionar" });
        await way.focus();
        await page.keyboard.press("Enter");
        await focuses(page, /👍/);
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("Enter");
        await theirs.locator(".reactions [aria-pressed=true]", { hasText: "❤️" }).waitFor();
        await focuses(page, /^Reaccionar/);
        const onPhone = async () => (await phoneOf(person))[0]?.reactions?.business;
        await soon(async () => assert.match((await onPhone()) ?? "", /❤/));
        await page.keyboard.press("Enter");
        await focuses(page, /👍/);
        await page.keyboard.press("Escape");
        await focuses(page, /^Reaccionar/);
        await does(person, { kind: "reaction", target: id, emoji: "" });
        await own.locator(".reactions button").waitFor({ state: "detached" });
      }),
    );
  }
});
