import assert from "node:assert/strict";
import { newId } from "../../functions/src/platform/clock.ts";
import { office } from "../support/desk.ts";
import { violations } from "./chat-violations.ts";
import { one, soon } from "./scene.ts";
import {
  answerBy,
  chat,
  conversationWith,
  frameOf,
  launcher,
  openChat,
  said,
  shop,
  write,
} from "./shop.ts";

for (const colorScheme of ["light", "dark"] as const) {
  describe(`the web chat in the ${colorScheme} theme`, () => {
    it(
      "has nothing in anybody's way",
      office(async ({ stranger }) => {
        const { page } = await stranger({ path: shop, colorScheme });
        await openChat(page);
        const text = `Hola, vi https://hilo.test/oferta ${newId()}`;
        await write(page, text);
        const conversationId = await conversationWith(text);
        const options = { buttons: [{ id: "a", title: "Ventas" }] };
        await answerBy(conversationId, {
          kind: "buttons",
          text: "¿Con quién quiere hablar?",
          options,
        });
        await chat(page).getByRole("button", { name: "Ventas" }).waitFor();
        assert.deepEqual(await violations(frameOf(page)), []);
        await page.screenshot({ path: `.cache/browser/webchat-${colorScheme}.png` });
      }),
    );
  });
}

describe("the web chat by keyboard and by ear", () => {
  it(
    "opens into the field, closes with Escape, and gives the focus back",
    office(async ({ stranger }) => {
      const { page } = await stranger({ path: shop });
      await launcher(page).focus();
      await page.keyboard.press("Enter");
      const field = chat(page).getByRole("textbox");
      await soon(() => field.evaluate((one) => document.hasFocus() && one.matches(":focus")));
      await page.keyboard.type("Sin ratón");
      await page.keyboard.press("Enter");
      await said(page, "Sin ratón").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("iframe").waitFor({ state: "hidden" });
      const focused = await page.evaluate(() => {
        const host = document.activeElement;
        return host?.shadowRoot?.activeElement?.getAttribute("aria-label");
      });
      assert.equal(focused, "Abrir el chat");
      await page.keyboard.press("Enter");
      await chat(page).getByRole("textbox").waitFor();
    }),
  );

  it(
    "is a dialog with a log in it, and says who wrote",
    office(async ({ stranger }) => {
      const { page } = await stranger({ path: shop });
      await openChat(page);
      await page.getByRole("dialog", { name: "Andes Gestión" }).waitFor();
      await one(chat(page).getByRole("log", { name: "Conversación" }));
      const text = `¿Quién atiende? ${newId()}`;
      await write(page, text);
      await said(page, text).getByText("Tú").waitFor({ state: "attached" });
    }),
  );

  it(
    "fills a phone's screen and can be closed there",
    office(async ({ stranger }) => {
      const { page } = await stranger({ path: shop, viewport: { width: 390, height: 844 } });
      await openChat(page);
      const box = await page.locator("iframe").boundingBox();
      assert.deepEqual([box?.width, box?.height], [390, 844]);
      await page.screenshot({ path: ".cache/browser/webchat-phone.png" });
      await chat(page).getByRole("button", { name: "Cerrar el chat" }).click();
      await launcher(page).waitFor();
    }),
  );
});
