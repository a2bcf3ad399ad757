import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { office } from "../support/desk.ts";
import { chips, letterTo, mailbox, openLetter, received, sentBy } from "./mail-scene.ts";
import { photo } from "./phone.ts";
import { bubble, composer, focuses, soon } from "./scene.ts";

/** Puts a picture into the text by its button. */
async function pictureInText(page: Page): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Imagen en el texto" }).click(),
  ]);
  await chooser.setFiles([photo]);
  await page.locator("hilo-mail-editor img[src^=blob]").waitFor();
}

describe("an e-mail's addresses", () => {
  it(
    "are everybody's when all are answered, and whoever else is to get a copy",
    office(async ({ sit }) => {
      const [beto, caro, dani] = [mailbox("beto"), mailbox("caro"), mailbox("dani")];
      const letter = await letterTo({ to: [beto], cc: [caro] });
      const { page } = await sit("agent");
      const text = await openLetter(page, letter);
      await page.getByRole("button", { name: "Responder a todos (3)" }).click();
      await soon(async () =>
        assert.deepEqual(await chips(page, "cc").allInnerTexts(), [beto, caro]),
      );
      await page.getByRole("button", { name: /^Agregar Cco/ }).click();
      await focuses(page, /^Cco/);
      await page.keyboard.type(`${dani},nadie`);
      await page.keyboard.press("Enter");
      await page.getByText('"nadie" no es un correo').waitFor();
      await text.fill("Va en un momento");
      assert.ok(await page.getByRole("button", { name: "Enviar", exact: true }).isDisabled());
      await page.locator("hilo-address-field.bcc input").click();
      await page.keyboard.press("Backspace");
      await focuses(page, /^nadie, no es un correo/);
      await page.keyboard.press("Delete");
      await soon(async () => assert.deepEqual(await chips(page, "bcc").allInnerTexts(), [dani]));
      await text.click();
      const sent = await sentBy(page, () => page.keyboard.press("Control+Enter"));
      assert.deepEqual(sent.mail, { cc: [beto, caro], bcc: [dani] });
      const own = bubble(page, "Va en un momento");
      await own.getByRole("button", { name: /^para .* y 3 más$/ }).click();
      await own.getByText(`${beto}, ${caro}`).waitFor();
      for (const address of [letter.address, beto, caro, dani])
        assert.match((await received(address)).text, /^Va en un momento/);
    }),
  );

  it(
    "are pasted as a list, gone through by arrows, and answered alone again",
    office(async ({ sit }) => {
      const [beto, caro] = [mailbox("beto"), mailbox("caro")];
      const letter = await letterTo({ cc: [beto] });
      const { page } = await sit("agent");
      await openLetter(page, letter);
      await page.getByRole("button", { name: /^Agregar Cc:/ }).click();
      await page.evaluate((list) => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", list);
        at?.dispatchEvent(
          new ClipboardEvent("paste", {
            clipboardData,
            bubbles: true,
            cancelable: true,
            composed: true,
          }),
        );
      }, `"Rojas, Caro" <${caro}>; ana@ejemplo.cl\nluis@ejemplo.cl`);
      const all = [caro, "ana@ejemplo.cl", "luis@ejemplo.cl"];
      await soon(async () => assert.deepEqual(await chips(page, "cc").allInnerTexts(), all));
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      await focuses(page, /^Quitar ana@/);
      await page.keyboard.press("Backspace");
      await focuses(page, /^Quitar luis@/);
      await page.keyboard.press("ArrowRight");
      await focuses(page, /^Cc/);
      await page.getByRole("button", { name: "Responder a todos (2)" }).click();
      await soon(async () => assert.equal(await chips(page, "cc").count(), 3));
      await page.getByRole("button", { name: "Responder", exact: true }).last().click();
      await soon(async () =>
        assert.deepEqual(await chips(page, "cc").allInnerTexts(), [caro, "luis@ejemplo.cl"]),
      );
    }),
  );
});

describe("an e-mail's text", () => {
  it(
    "is formatted by buttons and keys, shows a picture, and arrives so",
    office(async ({ sit }) => {
      const letter = await letterTo();
      const { page } = await sit("agent");
      const text = await openLetter(page, letter);
      await text.click();
      await page.keyboard.type("El precio es ");
      await page.keyboard.press("Control+b");
      await page.keyboard.type("14.990");
      await page.keyboard.press("Control+b");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Lista con viñetas" }).click();
      await page.keyboard.type("chico");
      await page.keyboard.press("Enter");
      await page.keyboard.type("grande");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Control+Shift+K");
      await focuses(page, /^Dirección/);
      await page.keyboard.type("hilo.test/precios");
      await page.getByLabel("Texto", { exact: true }).fill("Todos los precios");
      await page.keyboard.press("Enter");
      await text.getByRole("link", { name: "Todos los precios" }).waitFor();
      await pictureInText(page);
      assert.equal(await page.locator("hilo-composer .files li").count(), 0);
      const sent = await sentBy(page, () => page.keyboard.press("Control+Enter"));
      const [file] = sent.attachments ?? [];
      assert.equal(
        sent.mail?.html,
        '<p>El precio es <b>14.990</b></p><ul><li>chico</li><li>grande</li></ul><p><a href="https://hilo.test/precios">Todos los precios</a>' +
          `<img src="cid:${file}" alt="${photo.name}"></p>`,
      );
      assert.equal(
        sent.text,
        "El precio es 14.990\n- chico\n- grande\nTodos los precios <https://hilo.test/precios>",
      );
      const own = page.locator("hilo-message[tone=own]");
      await own.locator("b", { hasText: "14.990" }).waitFor();
      const shown = own.locator("hilo-mail .formatted img");
      await soon(() => shown.evaluate((one) => (one as HTMLImageElement).naturalWidth > 0));
      const arrived = await received(letter.address);
      assert.match(arrived.mail?.html ?? "", /<b>14\.990<\/b>/);
      assert.match(arrived.mail?.html ?? "", /<li>chico<\/li>/);
      assert.match(arrived.mail?.html ?? "", /src="cid:/);
      assert.equal(arrived.files.length, 1);
    }),
  );

  it(
    "keeps words and form of what is pasted, and nothing else",
    office(async ({ sit }) => {
      const { page } = await sit("agent");
      const text = await openLetter(page, await letterTo());
      await text.click();
      await text.evaluate((field) => {
        const clipboardData = new DataTransfer();
        const list =
          "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>";
        const source = `<style>p{color:red}</style><h1 style="font-size:40px">Título</h1><table><tr><td>uno</td><td>dos</td></tr></table><p><span style="font-weight:700">negro</span> <a href="javascript:alert(1)">malo</a><img src="https://127.0.0.1:9/p.png"><script>alert(1)</script></p>${list}primero</p>${list}segundo</p>`;
        clipboardData.setData("text/html", source);
        clipboardData.setData("text/plain", "Título");
        field.dispatchEvent(
          new ClipboardEvent("paste", {
            clipboardData,
            bubbles: true,
            cancelable: true,
            composed: true,
          }),
        );
      });
      await text.getByText("Título").waitFor();
      const sent = await sentBy(page, () => page.keyboard.press("Control+Enter"));
      assert.equal(
        sent.mail?.html,
        "<h2>Título</h2><p>uno dos<br><b>negro</b> malo</p><ul><li>primero</li><li>segundo</li></ul>",
      );
    }),
  );

  it(
    "takes quick replies and emoji, and is plain when nothing is formatted",
    office(async ({ sit }) => {
      const { page } = await sit("agent");
      const text = await openLetter(page, await letterTo());
      await text.click();
      await page.keyboard.type("/grac");
      await page.locator("#slash li").first().waitFor();
      await page.keyboard.press("Enter");
      await soon(async () => assert.doesNotMatch(await text.innerText(), /\/grac/));
      await page.getByRole("button", { name: "Emojis" }).click();
      await page.locator("hilo-emoji-picker").getByRole("button", { name: "😀" }).first().click();
      await soon(async () => assert.match(await text.innerText(), /😀/));
      await focuses(page, /^Texto del correo/);
      const sent = await sentBy(page, () => page.keyboard.press("Control+Enter"));
      assert.match(sent.text ?? "", /😀/);
      assert.equal(sent.mail, undefined);
      await page.getByRole("tab", { name: "Nota" }).click();
      await page.locator("hilo-composer textarea").waitFor();
      assert.equal(await composer(page).count(), 1, "a note stays plain");
    }),
  );
});
