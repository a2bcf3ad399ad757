import assert from "node:assert/strict";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { phoneOf } from "../journeys/customers.ts";
import { demo } from "../journeys/records.ts";
import { office } from "../support/desk.ts";
import { bubble, caller, composer, openThread, soon, toast } from "./scene.ts";
import { atEnd } from "./stillness.ts";

const day = 24 * 3_600_000;

describe("templates", () => {
  it(
    "take a conversation up again whose time to answer is over",
    office(async ({ sit }) => {
      const customer = await caller("Lo pienso y les aviso");
      const times = { replyUntil: Date.now() - day, lastInboundAt: Date.now() - 2 * day };
      const place = workspace(demo).collection("conversations").doc(customer.conversationId);
      await place.update(times);
      const { page } = await sit("agent");
      await openThread(page, customer);
      const picker = page.locator("hilo-template-picker");
      await picker.getByRole("button", { name: /^Seguimiento de consulta/ }).click();
      await picker.getByRole("button", { name: "Enviar plantilla" }).click();
      await picker.getByText("Falta completar.").first().waitFor();
      const fields = picker.locator("form input.field");
      const called = picker.getByLabel("nombre", { exact: true });
      assert.equal(await called.inputValue(), customer.name.split(" ")[0], "filled in");
      await called.fill("Amanda");
      await fields.nth(1).fill("martes 17");
      await picker.getByRole("group", { name: "Vista previa" }).getByText("Amanda").waitFor();
      await fields.nth(1).press("Enter");
      const text = /Hola Amanda, te escribimos de Andes Gestión por tu consulta del martes 17/;
      await page.locator("hilo-message", { hasText: text }).getByLabel("Leído").waitFor();
      const shown = await soon(async () =>
        (await phoneOf(customer)).find((it) => text.test(it.text)),
      );
      assert.equal(shown?.from, "business");
      await picker.waitFor({ state: "detached" });
      await page
        .locator("hilo-thread")
        .getByText("Cuando la persona responda, podrás escribirle libremente.")
        .waitFor();
      await atEnd(page);
      await page.reload();
      await page.getByRole("button", { name: "Enviar otra plantilla" }).click();
      await picker.getByRole("button", { name: /^Seguimiento de consulta/ }).waitFor();
    }),
  );

  it(
    "are put into an answer behind a slash, and what nobody knows is written next",
    office(async ({ sit }) => {
      const customer = await caller("Quiero saber los precios");
      const { page } = await sit("agent");
      await openThread(page, customer);
      const field = composer(page);
      await field.click();
      await field.pressSequentially("/agen");
      await page.getByRole("option", { name: /^Agendar reunión/ }).waitFor();
      await field.press("Enter");
      const first = customer.name.split(" ")[0];
      await soon(async () => (await field.inputValue()).startsWith(`Perfecto, ${first}.`));
      const selected = await field.evaluate((it: HTMLTextAreaElement) =>
        it.value.slice(it.selectionStart, it.selectionEnd),
      );
      assert.equal(selected, "{{dia}}");
      await page.keyboard.type("jueves");
      await page.keyboard.press("Enter");
      assert.match(await field.inputValue(), /el jueves a las \{\{hora\}\}/, "a blank is not sent");
      await page.keyboard.type("11:30");
      await page.keyboard.press("Tab");
      await page.keyboard.type("su correo");
      await page.keyboard.press("Enter");
      await bubble(page, "el jueves a las 11:30? Te envío la invitación a su correo.").waitFor();
    }),
  );

  it(
    "are written with a preview, found, copied, removed and put back",
    office(async ({ sit }) => {
      const { page } = await sit("supervisor", { path: "/templates" });
      const name = `Garantía ${Date.now()}`;
      await page.getByRole("button", { name: "Nueva respuesta rápida" }).first().click();
      await page.getByLabel("Nombre", { exact: true }).fill(name);
      await page.getByLabel("Categoría", { exact: true }).last().fill("Posventa");
      await page.getByLabel("Texto", { exact: true }).fill("La garantía dura un año, ");
      await page.getByRole("button", { name: "primer nombre" }).click();
      await page.getByRole("complementary", { name: "Vista previa" }).getByText("Rocío").waitFor();
      await page.getByRole("button", { name: "Crear" }).click();
      const row = page.locator(".row", { hasText: name });
      await row.waitFor();
      await page.getByLabel("Buscar plantillas").fill("garantia");
      await page.getByRole("heading", { name, exact: true }).waitFor();
      await page.getByRole("button", { name: "Quitar", exact: true }).click();
      await row.waitFor({ state: "detached" });
      await toast(page, `Quitaste «${name}».`).getByRole("button", { name: "Deshacer" }).click();
      await row.waitFor();
    }),
  );

  it(
    "that providers approve show their states with the reason, and are fetched and submitted",
    office(async ({ sit }) => {
      const { page } = await sit("supervisor", { path: "/templates" });
      await page.getByRole("tab", { name: "Aprobadas", exact: true }).click();
      const list = page.locator("hilo-templates .rows");
      await list.locator(".row").first().waitFor();
      assert.equal(await list.getByText(/^(?:Rechazada|En revisión|Borrador)$/).count(), 0);
      await page.getByRole("tab", { name: "Sin aprobar" }).click();
      await list.locator(".row", { hasText: "Oferta relámpago" }).click();
      await page.waitForURL(/\/templates\/[\w-]+$/);
      await page.reload();
      await page.getByText(/Motivo: El formato no es válido/).waitFor();
      await list.locator('.row[aria-current="true"]', { hasText: "Oferta relámpago" }).waitFor();
      await page.goBack();
      await page.getByRole("tab", { name: "Aprobadas", exact: true }).click();
      await page.getByRole("button", { name: "Actualizar desde las cuentas" }).click();
      const said = page.locator("hilo-toasts div", { hasText: /Todo está al día|nuevas y/ });
      await said.waitFor();
      const solved = /Caso resuelto[\s\S]*WhatsApp soporte/;
      await page.locator(".row", { hasText: solved }).first().click();
      await page.getByRole("button", { name: "Duplicar" }).click();
      await page.getByRole("heading", { name: /^Caso resuelto \(\d+\)$/ }).waitFor();
      await page.getByRole("button", { name: "Enviar a aprobación" }).click();
      await page.locator(".pane-head").getByText("Aprobada").waitFor();
    }),
  );
});
