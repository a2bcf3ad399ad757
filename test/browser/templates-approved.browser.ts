import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import type { Page } from "playwright-core";
import { hash } from "../../functions/src/platform/crypto.ts";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { control } from "../journeys/control.ts";
import type { Customer } from "../journeys/customers.ts";
import { demo, welcomed } from "../journeys/records.ts";
import { office } from "../support/desk.ts";
import { openThread, soon } from "./scene.ts";
import { fitsAt } from "./sideways.ts";
import { violations } from "./violations.ts";

const day = 24 * 3_600_000;
const picture = {
  name: "portada.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};

type Shown = { text: string; files: { type: string }[]; template?: string };
type State = { threads: { personId: string; channelId: string; entries: Shown[] }[] };

/** What somebody's phone shows last, once a text is there. */
function shownTo(address: string, channelId: string, text: RegExp): Promise<Shown> {
  return soon(async () => {
    const { threads } = await control<State>("threads");
    const own = threads.find((it) => it.personId === address && it.channelId === channelId);
    return own?.entries.findLast((entry) => text.test(entry.text)) ?? false;
  });
}

/** Somebody who wrote to the page more than a week ago. */
async function silent(): Promise<Customer> {
  const address = String(6_600_000_000_000_000 + randomInt(1_000_000_000));
  const conversationId = hash("messenger", address);
  const about = { name: "Zoe Quiroga", phone: address, channelId: "messenger", conversationId };
  const customer: Customer = { ...about, platform: "whatsapp" };
  const from = { psid: address, name: customer.name };
  await control("meta/inbound", { channel: "messenger", from, text: "Lo veo y les digo" });
  await welcomed(customer);
  const times = { replyUntil: Date.now() - 7 * day, lastInboundAt: Date.now() - 8 * day };
  await workspace(demo).collection("conversations").doc(conversationId).update(times);
  return customer;
}

const widths = [390, 1024, 1440];

async function approvedOnes(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Aprobadas", exact: true }).click();
}

describe("templates that providers approve", () => {
  for (const [account, platform] of [
    ["WhatsApp soporte", "WhatsApp"],
    ["Messenger", "Messenger"],
  ] as const)
    it(
      `are written for ${account} with a picture above, and approved`,
      office(async ({ sit }) => {
        const { page } = await sit("supervisor", { path: "/templates" });
        await approvedOnes(page);
        await page.getByRole("button", { name: "Nueva plantilla" }).first().click();
        await page.locator("select[name=channel]").selectOption({ label: account });
        const name = `Portada ${platform} ${Date.now()}`;
        await page.getByLabel("Nombre", { exact: true }).fill(name);
        await page.getByLabel("Texto", { exact: true }).fill("Hola {{1}}, tu pedido llegó.");
        await page.getByLabel("Ejemplo de dato 1").fill("Ana");
        assert.equal(
          await page.getByLabel("Pie (opcional)").count(),
          platform === "WhatsApp" ? 1 : 0,
        );
        await page.locator("select[name=headerKind]").selectOption({ label: "Foto" });
        await page.getByText("Elige el archivo del encabezado.").waitFor();
        await page.getByLabel("Archivo del encabezado").setInputFiles(picture);
        await page.getByText("Listo: portada.png").waitFor();
        await page.locator("aside img").waitFor();
        assert.equal(await page.locator(".faults").count(), 0);
        await page.getByRole("button", { name: "Crear" }).click();
        await page.getByRole("heading", { name, exact: true }).waitFor();
        await page.getByText(`Nombre en ${platform}`).waitFor();
        await page.locator("article img").waitFor();
        await page.getByRole("button", { name: "Enviar a aprobación" }).click();
        await page.locator(".pane-head").getByText("Aprobada").waitFor();
      }),
    );

  it(
    "take a conversation on Messenger up again",
    office(async ({ sit }) => {
      const customer = await silent();
      const { page } = await sit("agent");
      await openThread(page, customer);
      const picker = page.locator("hilo-template-picker");
      await picker.getByRole("button", { name: /^Novedad de tu caso/ }).click();
      const fields = picker.locator("form input.field");
      await fields.nth(0).fill("77");
      await fields.nth(1).fill("Zoe");
      await fields.nth(2).fill("ya está tu boleta");
      await fields.nth(3).fill("77");
      await fitsAt(widths, page, "the picker");
      assert.deepEqual(await violations(page), []);
      await picker.getByRole("button", { name: "Enviar plantilla" }).click();
      const text = /Caso 77[\s\S]*Hola Zoe, hay novedades en tu caso: ya está tu boleta/;
      await page.locator("hilo-message", { hasText: text }).getByLabel("Leído").waitFor();
      await shownTo(customer.phone, "messenger", text);
    }),
  );

  it(
    "begin a conversation with somebody who never wrote",
    office(async ({ sit }) => {
      const phone = `+5693${String(randomInt(10_000_000)).padStart(7, "0")}`;
      const { page } = await sit("agent");
      await page.getByRole("button", { name: "Nueva conversación" }).first().click();
      const dialog = page.locator("hilo-start");
      await dialog.getByLabel("Canal").selectOption({ label: "WhatsApp ventas" });
      await dialog.getByText("solo recibe por WhatsApp una plantilla aprobada").waitFor();
      await dialog.getByLabel("Texto libre").check();
      await dialog.getByLabel("Primer mensaje").fill("Hola");
      await dialog.getByLabel(/^Teléfono/).fill(phone);
      await dialog.getByLabel("Nombre (opcional)").fill("Yolanda Rivas");
      await dialog.getByRole("button", { name: "Enviar", exact: true }).click();
      await dialog.getByText("El plazo de respuesta terminó").waitFor();
      await dialog.getByRole("button", { name: /^Seguimiento de consulta/ }).click();
      const fields = dialog.locator("hilo-template-picker form input.field");
      await fields.nth(0).fill("Yolanda");
      await fields.nth(1).fill("lunes");
      await fitsAt(widths, page, "the dialog");
      assert.deepEqual(await violations(page), []);
      await page.setViewportSize({ width: 1440, height: 900 });
      await dialog.getByRole("button", { name: "Enviar plantilla" }).click();
      await page.waitForURL(`**/inbox/${hash("twilio-whatsapp", phone)}*`);
      const text = /Hola Yolanda, te escribimos de Andes Gestión por tu consulta del lunes/;
      await page.locator("hilo-message", { hasText: text }).getByLabel("Leído").waitFor();
      await shownTo(phone, "twilio-whatsapp", text);
    }, /status of 409/),
  );

  for (const colorScheme of ["light", "dark"] as const)
    it(
      `are there at every width, with nothing in anybody's way, in the ${colorScheme} theme`,
      office(async ({ sit }) => {
        const { page } = await sit("supervisor", { path: "/templates", colorScheme });
        await approvedOnes(page);
        await page.getByRole("tab", { name: "Sin aprobar" }).click();
        await page.locator(".row", { hasText: "Oferta del mes" }).click();
        await page.getByText(/Motivo: Messenger lo considera publicidad/).waitFor();
        assert.deepEqual(await violations(page), []);
        await fitsAt(widths, page, "a template");
        await page.getByRole("button", { name: "Nueva plantilla" }).first().click();
        await page.locator("select[name=channel]").selectOption({ label: "WhatsApp soporte" });
        await page.locator("select[name=headerKind]").selectOption({ label: "Documento" });
        await page.getByRole("button", { name: "Agregar botón" }).click();
        await page.getByLabel("Texto", { exact: true }).fill("{{1}}");
        await page.locator(".faults li").first().waitFor();
        assert.deepEqual(await violations(page), []);
        await fitsAt(widths, page, "the editor");
      }),
    );
});
