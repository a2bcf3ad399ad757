import assert from "node:assert/strict";
import { office } from "../support/desk.ts";
import { openConversation, threadWith } from "./entries.ts";
import { email } from "./kinds-samples.ts";
import { composer, soon } from "./scene.ts";

const long = (word: string) => `${`${word} `.repeat(12_000)}fin de ${word}`;

describe("a text that is longer than anybody reads at once", () => {
  it(
    "shows its beginning, and all of it once that is asked for, by a key too, as long as its thread is open",
    office(async ({ sit }) => {
      const mail = { subject: "Contrato", references: [], to: [], cc: [], quoted: long("cita") };
      const conversationId = await threadWith(email, [
        { text: long("carta"), mail },
        { text: `${long("nota")} https://hilo.test/fin`, direction: "note" },
        { text: "Corto" },
      ]);
      const other = await threadWith(email, [{ text: "Otra" }]);
      const { page } = await sit("agent");
      await openConversation(page, conversationId);
      const letter = page
        .locator("hilo-message", { hasText: "carta" })
        .locator("hilo-mail > .text");
      const note = page.locator("hilo-message[tone=note]").locator(".text");
      const size = async (text: typeof letter) => (await text.innerText()).length;
      const all = { name: "Mostrar todo" };
      await letter.getByRole("button", all).waitFor();
      await note.getByRole("button", all).waitFor();
      assert.ok((await size(letter)) < 20_100 && (await size(note)) < 20_100);
      assert.equal(await page.getByRole("button", all).count(), 2);

      await letter.getByRole("button", all).focus();
      await page.keyboard.press("Enter");
      await soon(async () => assert.match(await letter.innerText(), /fin de carta$/));
      assert.equal(await letter.getByRole("button", all).count(), 0);
      assert.ok(await letter.locator("hilo-long-text").evaluate((one) => one.matches(":focus")));
      await note.getByRole("button", all).click();
      await note.getByRole("link", { name: "https://hilo.test/fin" }).waitFor();

      await page.getByRole("button", { name: "Mostrar el texto citado" }).click();
      const quoted = page.locator("hilo-mail .quoted");
      await quoted.getByRole("button", all).waitFor();
      assert.match(await letter.innerText(), /fin de carta$/);

      await openConversation(page, other);
      await page.getByText("Otra", { exact: true }).first().waitFor();
      await openConversation(page, conversationId);
      await letter.getByRole("button", all).waitFor();

      await composer(page).click();
      await page.keyboard.press("Control+f");
      await page.locator("hilo-thread-search input").fill("fin de carta");
      await soon(async () => assert.match(await letter.innerText(), /fin de carta$/));
      assert.equal(await note.getByRole("button", all).count(), 1, "no other is unfolded");
    }),
  );
});
