import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { newId } from "../../functions/src/platform/clock.ts";
import { office } from "../support/desk.ts";
import { openConversation, picture, threadWith } from "./entries.ts";
import { email } from "./kinds-samples.ts";
import { chips, letterTo, mailbox, openLetter, received, sentBy } from "./mail-scene.ts";
import { bubble, focuses, soon, toast } from "./scene.ts";
import { fits } from "./sideways.ts";
import { violations } from "./violations.ts";

const noNetwork = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|Firestore/;

describe("an e-mail that is not sent yet", () => {
  it(
    "is there with its copies and its form after a reload, and goes out once the network is back",
    office(async ({ sit }) => {
      const beto = mailbox("beto");
      const letter = await letterTo({ cc: [beto] });
      const { page, context } = await sit("agent");
      const text = await openLetter(page, letter);
      await page.getByRole("button", { name: "Responder a todos (2)" }).click();
      await text.click();
      await page.keyboard.type("Sale ");
      await page.keyboard.press("Control+i");
      await page.keyboard.type("hoy");
      await text.locator("i", { hasText: "hoy" }).waitFor();
      await page.reload();
      await text.locator("i", { hasText: "hoy" }).waitFor();
      await soon(async () => assert.deepEqual(await chips(page, "cc").allInnerTexts(), [beto]));
      const all = page.getByRole("button", { name: "Responder a todos (2)" });
      assert.equal(await all.getAttribute("aria-pressed"), "true");
      await context.setOffline(true);
      await page.getByText("Sin conexión. Lo que ves puede haber cambiado.").waitFor();
      await text.press("Control+Enter");
      const own = bubble(page, "Sale hoy");
      await own.getByText("Esperando conexión").waitFor();
      await own.locator("i", { hasText: "hoy" }).waitFor();
      await soon(async () => assert.equal((await text.innerText()).trim(), ""));
      const sent = await sentBy(page, () => context.setOffline(false));
      assert.deepEqual(sent.mail, { cc: [beto], html: "<p>Sale <i>hoy</i></p>" });
      assert.match((await received(beto)).mail?.html ?? "", /<i>hoy<\/i>/);
    }, noNetwork),
  );
});

describe("a mail passed on", () => {
  it(
    "goes to somebody else with its files, below a note",
    office(async ({ sit }) => {
      const file = await picture();
      const mail = { subject: "Re: Comprobante", references: [], to: ["hola@hilo.test"], cc: [] };
      const address = mailbox("ximena");
      const changes = { address, replyUntil: null };
      const messageId = newId();
      const entries = [{ id: messageId, text: "Va el comprobante", attachments: [file], mail }];
      const id = await threadWith(email, entries, changes);
      const { page } = await sit("agent");
      await openConversation(page, id);
      await bubble(page, "Va el comprobante").hover();
      await bubble(page, "Va el comprobante").getByRole("button", { name: "Reenviar" }).click();
      const dialog = page.locator("hilo-start");
      await dialog.locator("hilo-forwarded").getByText("Va el comprobante").waitFor();
      await dialog.locator("hilo-forwarded").getByText(file.name).waitFor();
      assert.equal(await dialog.getByLabel("Asunto (opcional)").inputValue(), "Fwd: Comprobante");
      const bodega = mailbox("bodega");
      await dialog.locator("#to").fill(bodega);
      const note = dialog.getByRole("textbox", { name: "Tu nota (opcional)" });
      await note.fill("Para que lo revisen");
      const sent = await sentBy(page, () => note.press("Control+Enter"));
      assert.deepEqual(sent.mail, { forwards: { conversationId: id, messageId } });
      const arrived = await received(bodega);
      assert.match(arrived.text, /^Para que lo revisen[\s\S]*Va el comprobante/);
      assert.equal(arrived.files.length, 1);
      await bubble(page, "Para que lo revisen").getByText("Reenvía otro mensaje").waitFor();
    }),
  );
});

describe("a signature", () => {
  it(
    "is written for a channel, seen folded below the text, and stands below what is sent",
    office(async ({ sit }) => {
      const letter = await letterTo();
      const { page } = await sit("agent2");
      const text = await openLetter(page, letter);
      const menu = page.locator("hilo-composer hilo-menu");
      await menu.getByRole("button", { name: "Más opciones" }).click();
      await page.getByRole("menuitem", { name: "Firma…" }).click();
      const field = page.getByRole("textbox", { name: "Texto de la firma" });
      await field.fill("Agente Dos, Andes Gestión");
      await page.getByRole("button", { name: "Guardar" }).click();
      await toast(page, "Firma guardada").waitFor();
      await page.getByRole("button", { name: "Mostrar la firma" }).click();
      await page.locator("hilo-mail-signature").getByText("Agente Dos, Andes Gestión").waitFor();
      await text.fill("Con firma");
      await text.press("Control+Enter");
      assert.match(
        (await received(letter.address)).text,
        /Con firma[\s\S]*Agente Dos, Andes Gestión/,
      );
    }),
  );
});

describe("writing an e-mail", () => {
  it(
    "can be done by keys and screen readers, at every width, in both languages and themes",
    office(async ({ sit }) => {
      const letter = await letterTo({ to: [mailbox("beto")], cc: [mailbox("caro")] });
      for (const [locale, colorScheme] of [
        ["es-CL", "light"],
        ["en-US", "dark"],
      ] as const) {
        const { page } = await sit("agent", { locale, colorScheme });
        await page.evaluate(
          (language) => localStorage.setItem("hilo.language", language),
          locale.slice(0, 2),
        );
        await page.reload();
        const text = await openLetter(page, letter);
        await page.getByRole("button", { name: /^(Responder a todos|Reply to all)/ }).click();
        await text.click();
        await page.keyboard.press("Control+a");
        await page.keyboard.type("Precio: ");
        await page.keyboard.press("Control+b");
        await page.keyboard.type("14.990");
        await page.keyboard.press("Tab");
        await focuses(page, /^(Negrita|Bold)$/);
        await page.keyboard.press("ArrowRight");
        await focuses(page, /^(Cursiva|Italic)$/);
        assert.deepEqual(await violations(page), []);
        mkdirSync(".cache/browser", { recursive: true });
        for (const width of [390, 1024, 1440]) {
          await page.setViewportSize({ width, height: 844 });
          await fits(page, `${locale} at ${width}`);
          await page.screenshot({ path: `.cache/browser/mail-${locale}-${width}.png` });
        }
      }
    }),
  );
});
