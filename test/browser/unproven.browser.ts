import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { signatureOf } from "../../functions/src/webchat/identity.ts";
import { account } from "../../simulator/src/providers/webchat/account.ts";
import { office } from "../support/desk.ts";
import { hostToken } from "../support/host-token.ts";
import { house } from "../support/house.ts";
import { listen } from "../support/listen.ts";
import { bubble } from "./scene.ts";
import { conversationWith, launcher, openChat, said, shop, write } from "./shop.ts";

/** A text nobody else writes. */
const unique = (text: string) => `${text} ${newId().slice(0, 8)}`;

/** What an agent sees above the thread in which a text was written. */
async function headOf(agent: Page, text: string) {
  await agent.locator("a.row", { hasText: text }).click();
  await bubble(agent, text).waitFor();
  return agent.locator("hilo-thread-header");
}

describe("who a visitor says they are", () => {
  it(
    "is marked in the console, where the page says more than the site has signed",
    office(async ({ sit, stranger }) => {
      const { page } = await stranger({ path: shop });
      await launcher(page).waitFor();
      const id = unique("cliente");
      const signature = signatureOf(id, account.identitySecret);
      const claimed = { id, signature, name: "Camila Rojas", email: "otra@ejemplo.cl" };
      await page.evaluate(`hiloChat.identify(${JSON.stringify(claimed)})`);
      await openChat(page);
      const text = unique("Soy Camila, de verdad");
      await write(page, text);
      await said(page, text).waitFor();
      const { page: agent } = await sit("agent", { path: "/inbox?view=all" });
      const head = await headOf(agent, text);
      await head.getByText("Camila Rojas").waitFor();
      await head.getByText("Sin comprobar").waitFor();
      const panel = agent.locator("hilo-context-panel");
      await panel.getByRole("link", { name: claimed.email }).waitFor();
      await panel.getByText("Sin comprobar").nth(1).waitFor();
    }),
  );

  it(
    "is asked of the site anew, where its token is over, and then believed",
    office(async ({ stranger }) => {
      const sub = unique("cliente");
      const now = Math.floor(Date.now() / 1000);
      const token = (iat: number) =>
        hostToken(
          { sub, name: "Eva Soto", iat, exp: iat + 600 },
          { secret: account.identitySecret },
        );
      const tag = `<script src="${house.baseUrl}/widget/widget.js" data-workspace="demo" data-channel="webchat" data-site-key="demo-webchat" data-identity="${token(now - 3600)}" async></script>`;
      const site = await listen((_request, response) => {
        response.setHeader("content-type", "text/html");
        response.end(`<!doctype html><html lang="es"><title>Tienda</title><link rel="icon" href="data:,">
          <script>
            asked = 0;
            addEventListener("hilochatexpired", () => {
              asked += 1;
              hiloChat.identify("${token(now)}");
            });
          </script>${tag}`);
      });
      const { page } = await stranger({ path: shop });
      await page.goto(site.url);
      await openChat(page);
      await page.waitForFunction("asked === 1");
      const text = unique("Sigo aquí");
      await write(page, text);
      await said(page, text).waitFor();
      assert.equal(await conversationWith(text), hash("webchat", `user:${sub}`));
      assert.equal(await page.evaluate("asked"), 1);
      await site.close();
    }, /403/),
  );

  it(
    "is not, where the site has proved it",
    office(async ({ sit, stranger }) => {
      const { page } = await stranger({ path: shop });
      await launcher(page).waitFor();
      await page.getByRole("button", { name: "Entrar como Camila" }).click();
      await page.getByRole("button", { name: "Salir (Camila Rojas)" }).waitFor();
      await openChat(page);
      const text = unique("Soy la misma");
      await write(page, text);
      await said(page, text).waitFor();
      const { page: agent } = await sit("agent", { path: "/inbox?view=all" });
      const head = await headOf(agent, text);
      await head.getByText("Camila Rojas").waitFor();
      await head.getByText("Sin comprobar").waitFor({ state: "detached" });
      const panel = agent.locator("hilo-context-panel");
      await panel.getByRole("link", { name: "camila.rojas@ejemplo.cl" }).waitFor();
      await panel.getByText("Sin comprobar").waitFor({ state: "detached" });
    }),
  );
});
