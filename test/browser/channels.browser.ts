import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { deadLettersOf } from "../../functions/src/dead-letters/store.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { suspended } from "../../simulator/src/providers/twilio/account.ts";
import { formOf, newSid } from "../journeys/customers.ts";
import { demo, threadOf, welcomed } from "../journeys/records.ts";
import { office } from "../support/desk.ts";
import { house } from "../support/house.ts";
import { demoTwilio, postTwilio } from "../support/twilio.ts";
import { focuses, somebody, soon, toast } from "./scene.ts";
import { fitsAt } from "./sideways.ts";
import { violations } from "./violations.ts";

const row = (page: Page, id: string) => page.locator(`a.row[href="/channels/${id}"]`);
const field = (page: Page, label: RegExp | string) => page.getByLabel(label, { exact: false });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Answers other than success are written down by the browser, too. */
const refusals = /status of (409|422)/;

const widths = [390, 768, 1024, 1440, 1920];

describe("the page of channels", () => {
  it(
    "lists every channel, found from the rail, at every width and by everybody",
    office(async ({ sit }) => {
      const { page } = await sit("admin");
      await page.getByRole("link", { name: "Canales", exact: true }).click();
      await page.getByRole("heading", { name: "Canales" }).waitFor();
      for (const id of ["twilio-sms", "whatsapp", "telegram", "email", "webchat"])
        await row(page, id).waitFor();
      assert.deepEqual(await violations(page), []);
      await fitsAt(widths, page, "the list");
      await row(page, "twilio-sms").click();
      await page.getByText("Guardado, no se muestra").first().waitFor();
      await button(page, "Copiar").waitFor();
      assert.deepEqual(await violations(page), []);
      await fitsAt(widths, page, "a channel");
    }),
  );

  it(
    "asks whose change stays where a colleague has changed the same meanwhile",
    office(async ({ sit }) => {
      const desks = [
        await sit("admin", { path: "/channels/twilio-voice" }),
        await sit("admin", { path: "/channels/twilio-voice" }),
      ] as const;
      const [mine, theirs] = desks.map(({ page }) => page) as [Page, Page];
      const before = await field(mine, "Nombre *").inputValue();
      for (const [page, name] of [
        [mine, "Llamadas de Ana"],
        [theirs, "Llamadas de Berta"],
      ] as const) {
        await page.getByText("Guardado, no se muestra").first().waitFor();
        await field(page, "Nombre *").fill(name);
      }
      const whose = mine.locator("hilo-whose");
      const save = (page: Page) => button(page, "Guardar cambios").click();
      await save(theirs);
      await theirs.getByRole("heading", { name: "Llamadas de Berta" }).waitFor();

      await save(mine);
      await whose.getByText("cambió: Nombre").waitFor();
      await whose.getByText("Llamadas de Berta").waitFor();
      await whose.getByText("Llamadas de Ana").waitFor();
      assert.deepEqual(await violations(mine), []);
      await fitsAt(widths, mine, "the question whose change stays");
      await mine.keyboard.press("Escape");
      await mine.getByText(/Guarda de nuevo para elegir/).waitFor();
      assert.equal(
        await field(mine, "Nombre *").inputValue(),
        "Llamadas de Ana",
        "nothing is lost",
      );

      await save(mine);
      await whose.getByRole("button", { name: "Usar lo mío" }).click();
      await mine.getByRole("heading", { name: "Llamadas de Ana" }).waitFor();

      await field(theirs, "Nombre *").fill(before);
      await save(theirs);
      await theirs.getByRole("button", { name: "Dejar lo suyo" }).click();
      await toast(theirs, "Quedó como lo dejó la otra persona.").waitFor();
      assert.equal(await field(theirs, "Nombre *").inputValue(), "Llamadas de Ana");
      await field(theirs, "Nombre *").fill(before);
      await save(theirs);
      await toast(theirs, "Cambios guardados.").first().waitFor();
    }, refusals),
  );

  it(
    "tests a connection, changes a name, replaces no secret, and stops sending until undone",
    office(async ({ sit }) => {
      const { page } = await sit("admin", { path: "/channels/twilio-sms" });
      await page.getByText("Guardado, no se muestra").first().waitFor();
      assert.ok(!(await page.content()).includes(demoTwilio.authToken));
      await button(page, "Probar conexión").click();
      await page.getByText("El número es de la cuenta.").waitFor();
      await page.getByText("El proveedor avisa a la dirección de este canal.").waitFor();
      await field(page, "Nombre *").fill("SMS avisos 2");
      await button(page, "Guardar cambios").click();
      await page.getByRole("heading", { name: "SMS avisos 2" }).waitFor();
      await toast(page, "Cambios guardados.").waitFor();
      await field(page, "Nombre *").fill("SMS avisos");
      await button(page, "Guardar cambios").click();
      await page.getByRole("heading", { name: /^SMS avisos(?! 2)/ }).waitFor();
      await button(page, "Desactivar").click();
      await page.locator("h1 .tag", { hasText: "Desactivado" }).waitFor();
      await page.getByText("Lo que llega se sigue guardando").first().waitFor();
      await toast(page, "Canal desactivado").getByRole("button", { name: "Deshacer" }).click();
      await page.locator("h1 .tag", { hasText: "Desactivado" }).waitFor({ state: "detached" });
    }),
  );

  it(
    "connects an account: kind, form, test, address",
    office(async ({ sit }) => {
      const { page } = await sit("admin", { path: "/channels" });
      await page.getByRole("link", { name: "Conectar canal" }).click();
      await page.getByRole("link", { name: /SMS\s*por Twilio/ }).click();
      await button(page, "Conectar").click();
      await page.getByText("Falta este dato.").first().waitFor();
      assert.deepEqual(await violations(page), []);
      await field(page, "Número *").fill(demoTwilio.smsNumber);
      await field(page, "Account SID *").fill(suspended.sid);
      await field(page, "Auth Token *").fill(suspended.authToken);
      await button(page, "Probar conexión").click();
      // What is found is told to screen readers, too.
      await page.locator("#page").getByText("La cuenta está suspendida.").waitFor();
      await fitsAt(widths, page, "the form");
      await button(page, "Conectar").click();
      await page.getByText("Ya está conectada como «SMS avisos».").waitFor();
      await field(page, "Número *").fill(`+56 9 7${String(Date.now()).slice(-7)}`);
      await button(page, "Conectar").click();
      await page.getByRole("heading", { name: "Canal conectado" }).waitFor();
      const address = await page.locator("code").innerText();
      assert.match(address, /\/webhooks\/twilio\/demo\/[a-z0-9-]+#rc=3&rp=all$/);
      await page.getByRole("link", { name: "Ver el canal" }).click();
      await page.locator("h1 .tag", { hasText: "Sin uso aún" }).waitFor();
    }, refusals),
  );

  it(
    "invents a secret, and shows it a last time beside the address",
    office(async ({ sit }) => {
      const { page } = await sit("admin", { path: "/channels?add=telegram.telegram" });
      const bot = String(Date.now()).slice(-9);
      await field(page, "Número del bot *").fill(bot);
      await field(page, "Token *").first().fill(`${bot}:some_token_of_a_test`);
      await button(page, "Generar").first().click();
      const secret = await field(page, "Secreto del webhook *").inputValue();
      assert.match(secret, /^[a-z0-9]{32,}$/);
      await button(page, "Conectar").click();
      await page.getByRole("heading", { name: "Canal conectado" }).waitFor();
      await page.locator("code", { hasText: secret }).waitFor();
      assert.deepEqual(await violations(page), []);
      await fitsAt(widths, page, "the end");
      await page.getByRole("link", { name: "Ver el canal" }).click();
      await page.getByText("Guardado, no se muestra").first().waitFor();
      assert.ok(!(await page.content()).includes(secret));
    }),
  );

  it(
    "shows what could not be used, takes it in again, and deletes it when asked twice",
    office(async ({ sit }) => {
      const mark = newSid("mark");
      const form = { EventType: "NEW_KIND", Mark: mark };
      await postTwilio(house.baseUrl, "twilio-whatsapp", form);
      const path = "/channels/twilio-whatsapp?section=letters";
      const { page } = await sit("admin", { path });
      const letters = page.locator("hilo-dead-letters li");
      await letters.first().waitFor();
      const before = await letters.count();
      await letters.first().getByRole("button", { name: "Ver" }).click();
      await page.locator("hilo-dead-letter pre", { hasText: mark }).waitFor();
      assert.deepEqual(await violations(page), []);
      await page.locator("hilo-dead-letter").getByRole("button", { name: "Reprocesar" }).click();
      await letters.first().getByText("Sigue sin poder usarse").waitFor();
      await fitsAt(widths, page, "dead letters");
      await letters.first().getByRole("button", { name: "Eliminar" }).click();
      assert.deepEqual(await violations(page), []);
      await button(page, "Eliminar para siempre").click();
      await toast(page, "Eliminado.").waitFor();
      await soon(async () => assert.equal(await letters.count(), before - 1));
    }),
  );

  it(
    "takes in again what it could not use when it came: it is in its conversation then",
    office(async ({ sit }) => {
      const customer = await somebody("sms");
      const form = formOf(customer, "Llegué cuando no me entendían");
      const id = hash(customer.channelId, form.MessageSid ?? "");
      await deadLettersOf(demo)
        .doc(id)
        .set({
          channelId: customer.channelId,
          provider: "twilio",
          reason: "The body could not be read",
          contentType: "application/x-www-form-urlencoded",
          body: new URLSearchParams(form).toString(),
          query: {},
          receivedAt: new Date(),
        });
      const path = `/channels/${customer.channelId}?section=letters`;
      const { page } = await sit("admin", { path });
      const first = page.locator("hilo-dead-letters li").first();
      await first.getByRole("button", { name: "Ver" }).press("Enter");
      const letter = page.locator("hilo-dead-letter");
      await letter.locator("pre", { hasText: customer.phone.slice(1) }).waitFor();
      await page.keyboard.press("Escape");
      await letter.locator("pre").waitFor({ state: "hidden" });
      await focuses(page, /^Ver/);
      await first.getByRole("button", { name: "Reprocesar" }).press("Enter");
      await first.getByText("Recuperado: ya está en su conversación.").waitFor();
      await welcomed(customer);
      const [message] = await threadOf(customer);
      assert.equal(message?.text, "Llegué cuando no me entendían");
    }),
  );

  it(
    "is for administrators: others find no entry, and an address tells them who can help",
    office(async ({ sit }) => {
      const { page } = await sit("supervisor", { path: "/channels" });
      await page.getByRole("heading", { name: "Solo administración" }).waitFor();
      await page.getByText("Pídeselo a una persona con ese rol").waitFor();
      assert.equal(await page.getByRole("link", { name: "Canales", exact: true }).count(), 0);
      assert.deepEqual(await violations(page), []);
    }),
  );
});
