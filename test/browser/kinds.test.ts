import assert from "node:assert/strict";
import type { Page, Request } from "playwright-core";
import { contactOf } from "../../functions/src/contacts/store.ts";
import { newId, now } from "../../functions/src/platform/clock.ts";
import { demo } from "../journeys/records.ts";
import { office } from "../support/desk.ts";
import { runsFromTheRight } from "./direction.ts";
import { openConversation, picture, threadWith } from "./entries.ts";
import { chatKinds, email, instagram, letter, voice, whatsapp } from "./kinds-samples.ts";
import { bubble, composer, soon, systemLine } from "./scene.ts";
import { fits } from "./sideways.ts";
import { violations } from "./violations.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** What the console asks the API to send next. */
async function sentBy(page: Page, act: () => Promise<void>): Promise<Record<string, unknown>> {
  const sends = (request: Request) =>
    request.method() === "POST" && /\/conversations\/[^/]+\/messages$/.test(request.url());
  const [request] = await Promise.all([page.waitForRequest(sends), act()]);
  return request.postDataJSON() as Record<string, unknown>;
}

describe("every kind of message", () => {
  it(
    "is shown for what it is",
    office(async ({ sit }) => {
      const id = await threadWith(whatsapp, chatKinds(await picture(), now()));
      const { page } = await sit("agent");
      await openConversation(page, id);

      const asked = bubble(page, "¿Les quedan dos?");
      await asked.getByRole("button", { name: "❤️ Ximena Zárate" }).waitFor();
      const own = asked.getByRole("button", { name: "👍 Nosotros" });
      assert.equal(await own.getAttribute("aria-pressed"), "true");

      const edited = bubble(page, "Son 14.990");
      assert.equal(await edited.getByText("Son 19.990").count(), 0);
      await edited.getByRole("button", { name: "editado" }).click();
      await edited.getByText("Son 19.990").waitFor();

      const deleted = page.locator("hilo-message", { hasText: "Mensaje eliminado" });
      assert.equal(await deleted.getByText("Mi clave").count(), 0);
      await deleted.getByRole("button", { name: "Ver lo que decía" }).click();
      await deleted.getByText("Mi clave es 4321").waitFor();

      const album = bubble(page, "Mira cómo llegaron");
      await album.locator("img").nth(2).waitFor();
      assert.equal(await page.locator("hilo-picture").count(), 3, "three pictures in one bubble");

      await bubble(page, "Te llamo en un rato").getByText("Desde el teléfono u otra").waitFor();
      await bubble(page, "¿Cuál prefieres?").getByText("El chico").waitFor();
      await bubble(page, "¿Cuál prefieres?").getByText("Responde cuando puedas").waitFor();
      await page.locator("hilo-message .pressed", { hasText: "El grande" }).waitFor();
      await bubble(page, "Yo también").getByText("Bruno Pizarro").waitFor();
      await bubble(page, "de un tipo que Hilo aún no muestra").waitFor();
      await bubble(page, "La Moneda").getByRole("link", { name: "Ver en el mapa" }).waitFor();
      await bubble(page, "Pedro Pérez").getByRole("link", { name: "+56 9 8111 2222" }).waitFor();
      await systemLine(page, "No se pudo reaccionar con 🎉").waitFor();
      await page
        .locator("hilo-thread .notice")
        .getByText(/no aceptó el contenido/)
        .waitFor();
      assert.deepEqual(await violations(page), []);
      for (const width of [390, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await fits(page, `at ${width}`);
      }
    }),
  );

  it(
    "runs the way it is written: from the right in Arabic and Hebrew, whatever else stands in it",
    office(async ({ sit }) => {
      const said = "مرحبا، أريد السعر (SKU 12) من فضلك!";
      const id = await threadWith(whatsapp, [{ text: said }, { text: "hola" }, { text: said }], {
        contact: { name: "محمد \u202eعلي", avatar: null, country: null },
        preview: { text: said, kind: "text", direction: "inbound" },
      });
      const { page } = await sit("agent", { path: `/inbox/${id}?view=all` });
      const places = [
        bubble(page, said).first().locator(".text"),
        page.locator(`a[data-id="${id}"] .preview span`).last(),
      ];
      for (const place of places) {
        await place.waitFor();
        assert.ok(
          await runsFromTheRight(place),
          "its first letter is right of its exclamation mark",
        );
      }
      assert.ok(!(await runsFromTheRight(bubble(page, "hola").locator(".text"))));
      const name = page.locator("hilo-thread-header .name b");
      assert.equal(await name.innerText(), "محمد علي");
      await composer(page).fill(said);
      const side = await composer(page).evaluate((field) => getComputedStyle(field).direction);
      assert.equal(side, "rtl");
    }),
  );

  it(
    "is shown with a person of whom an older version kept half",
    office(async ({ sit }) => {
      const contactId = newId();
      const id = await threadWith(whatsapp, [{ text: "¿Hola?" }], { contactId, noMarketing: true });
      await contactOf(demo, contactId).set({ tags: ["vip"] });
      const { page } = await sit("agent");
      await openConversation(page, id);
      await page.locator("hilo-context-panel .person h2", { hasText: "Ximena Zárate" }).waitFor();
      await page.locator("hilo-context-panel .notice", { hasText: "promociones" }).waitFor();
    }),
  );

  it(
    "has its way to be reacted to, by mouse and by key, and to take that back",
    office(async ({ sit }) => {
      const id = await threadWith(whatsapp, [{ text: "¡Muchas gracias!" }]);
      const { page } = await sit("agent");
      await openConversation(page, id);
      const message = bubble(page, "¡Muchas gracias!");
      await message.hover();
      await message.getByRole("button", { name: "Reaccionar" }).click();
      const given = await sentBy(page, () =>
        page.locator("hilo-reactor").getByRole("button", { name: "🙏" }).click(),
      );
      assert.equal(given.kind, "reaction");
      assert.equal(given.text, "🙏");
      assert.ok(given.replyTo);
      const chip = message.locator(".reactions button", { hasText: "🙏" });
      await chip.waitFor();
      assert.equal(await page.locator("hilo-message").count(), 1, "a reaction is no message");
    }),
  );
});

describe("on a phone", () => {
  it(
    "a finger that rests on a message shows what can be done with it",
    office(async ({ sit }) => {
      const id = await threadWith(whatsapp, [{ text: "Desde el bus" }, { text: "Y otra" }]);
      const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
      const { page } = await sit("agent", phone);
      await openConversation(page, id);
      const message = bubble(page, "Y otra");
      const shown = () =>
        message.locator(".actions").evaluate((one) => getComputedStyle(one).opacity === "1");
      assert.equal(await shown(), false);
      const finger = { pointerType: "touch", clientX: 60, clientY: 400, bubbles: true };
      await message.dispatchEvent("pointerdown", finger);
      await soon(shown);
      await message.getByRole("button", { name: "Reaccionar" }).tap();
      const picker = page.locator("hilo-reactor");
      await picker.getByRole("button", { name: "Más emojis" }).tap();
      await picker.locator("hilo-emoji-picker").getByRole("button", { name: "🎉" }).tap();
      await message.locator(".reactions button", { hasText: "🎉" }).waitFor();
      await fits(page);
    }),
  );
});

describe("an e-mail", () => {
  it(
    "is read as text, and with its formatting inside a frame where nothing runs",
    office(async ({ sit }) => {
      const remote = "https://127.0.0.1:9/logo.png";
      const id = await threadWith(email, letter(await picture(), remote), { replyUntil: null });
      const { page } = await sit("agent");
      const fetched: string[] = [];
      page.on("request", (request) => fetched.push(request.url()));
      await openConversation(page, id);
      const first = bubble(page, "¿cuándo llega mi pedido?");
      await first.getByRole("heading", { name: "Pedido 1234" }).waitFor();
      const subjects = page.locator("hilo-message .subject");
      assert.equal(await subjects.count(), 1, "the subject is said where it changes");
      await bubble(page, "de vacaciones").getByText("Respuesta automática de su correo").waitFor();
      await bubble(page, "de vacaciones").getByText("No se pudo comprobar").waitFor();
      assert.equal(await page.getByText("No se pudo comprobar").count(), 1, "only what failed");

      assert.equal(await first.getByText("Va en camino").count(), 0);
      await first.getByRole("button", { name: "Mostrar el texto citado" }).click();
      await first.getByText("Va en camino").waitFor();
      await first.getByRole("button", { name: "para hola@hilo.test y 1 más" }).click();
      await first.getByText("jefa@correo.test").waitFor();

      await first.getByRole("button", { name: "Ver con formato" }).click();
      const frame = first.frameLocator("iframe");
      const title = frame.getByRole("heading", { name: "Tu pedido" });
      await title.waitFor();
      const colour = () => title.evaluate((one) => getComputedStyle(one).color);
      await soon(async () => (await colour()) === "rgb(200, 0, 0)");
      const photo = frame.getByAltText("Foto");
      await soon(() => photo.evaluate((one) => (one as HTMLImageElement).naturalWidth > 0));
      assert.equal(await frame.locator("form, script, input").count(), 0);
      assert.equal(await frame.getByText("Malo").getAttribute("href"), null);
      assert.ok(!fetched.includes(remote), "nothing is fetched from elsewhere unasked");
      assert.notEqual(await page.title(), "taken");
      const sandbox = await first.locator("iframe").getAttribute("sandbox");
      assert.doesNotMatch(sandbox ?? "allow-scripts", /allow-(scripts|forms|top)/);
      await first.getByRole("button", { name: "Mostrar imágenes" }).click();
      await soon(() => fetched.includes(remote));
    }, /ERR_|127\.0\.0\.1:9\b/),
  );

  it(
    "keeps its thread's subject, or gets another one",
    office(async ({ sit }) => {
      const id = await threadWith(email, letter(await picture(), ""), { replyUntil: null });
      const { page } = await sit("agent");
      await openConversation(page, id);
      const subject = page.getByLabel("Asunto");
      assert.equal(await subject.getAttribute("placeholder"), "Re: Pedido 1234");
      await subject.fill("Tu despacho");
      await composer(page).fill("Llega mañana.");
      const sent = await sentBy(page, () => composer(page).press("Control+Enter"));
      assert.equal(sent.subject, "Tu despacho");
      await bubble(page, "Llega mañana.").getByRole("heading", { name: "Tu despacho" }).waitFor();
    }),
  );
});

describe("a call", () => {
  it(
    "tells its way, its end and its length, and nothing can be written there",
    office(async ({ sit }) => {
      const call = { direction: "inbound", sequence: 2 } as const;
      const id = await threadWith(voice, [
        { kind: "call", call: { ...call, state: "completed", durationMs: 192_000 } },
        { kind: "call", call: { ...call, state: "missed" } },
      ]);
      const { page } = await sit("agent");
      await openConversation(page, id);
      await page.getByText("contestada · 3 min 12 s").waitFor();
      await page.locator("hilo-call .lost", { hasText: "perdida" }).waitFor();
      await page.locator("hilo-blocked").getByText("Por aquí solo se registra").waitFor();
      assert.equal(await composer(page).count(), 0);
    }),
  );
});

describe("a late answer", () => {
  it(
    "is still a person's to give where the platform allows it, and says until when",
    office(async ({ sit }) => {
      const lastInboundAt = now() - 2 * day;
      const id = await threadWith(instagram, [{ text: "¿Siguen ahí?" }], {
        contact: { name: "17841400000000001", avatar: null, country: null },
        address: "17841400000000001",
        lastInboundAt,
        replyUntil: lastInboundAt + day,
      });
      const { page } = await sit("agent");
      await openConversation(page, id);
      await page
        .locator("hilo-composer")
        .getByText(/Puedes responder hasta/)
        .waitFor();
      await composer(page).waitFor();
      await page.locator("hilo-thread-header").getByText("Usuario de Instagram").waitFor();
      await composer(page).fill("¡Ñandú!");
      await page.locator("hilo-composer .counter").getByText("10 / 1000 bytes").waitFor();
    }),
  );
});

describe("something else than a text", () => {
  it(
    "is put together in a dialog: buttons, with how they will look",
    office(async ({ sit }) => {
      const id = await threadWith(whatsapp, [{ text: "¿Qué tamaños hay?" }]);
      const { page } = await sit("agent");
      await openConversation(page, id);
      await page.getByRole("button", { name: "Enviar otra cosa" }).click();
      await page.getByRole("menuitem", { name: "Botones o lista" }).click();
      const dialog = page.locator("hilo-compose-options");
      await dialog.getByRole("button", { name: "Enviar" }).click();
      await dialog.getByText("Escribe el texto que va sobre las opciones.").waitFor();
      await dialog.getByLabel("Texto").fill("Elige un tamaño");
      await dialog.getByRole("textbox", { name: "Opción 1" }).fill("Chico");
      await dialog.getByRole("textbox", { name: "Opción 2" }).fill("Grande");
      await dialog.locator(".preview hilo-options", { hasText: "Grande" }).waitFor();
      assert.deepEqual(await violations(page), []);
      const sent = await sentBy(page, () => dialog.getByRole("button", { name: "Enviar" }).click());
      assert.equal(sent.kind, "buttons");
      assert.deepEqual(sent.options, {
        buttons: [
          { id: "option-1", title: "Chico" },
          { id: "option-2", title: "Grande" },
        ],
      });
      await bubble(page, "Elige un tamaño").getByText("Chico").waitFor();
    }),
  );
});
