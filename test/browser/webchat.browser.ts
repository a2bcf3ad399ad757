import assert from "node:assert/strict";
import { noHealth } from "@hilo/schema";
import type { Page } from "playwright-core";
import { secretContext } from "../../functions/src/channels/connections.ts";
import { channelsOf, secretOf } from "../../functions/src/channels/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash, seal } from "../../functions/src/platform/crypto.ts";
import { sampleOf } from "../../simulator/src/samples/sample.ts";
import { apiKey } from "../journeys/staff.ts";
import { office } from "../support/desk.ts";
import { house } from "../support/house.ts";
import { listen } from "../support/listen.ts";
import { callApi } from "../support/people.ts";
import { answer, bubble, soon } from "./scene.ts";
import {
  answerBy,
  chat,
  conversationWith,
  launcher,
  openChat,
  said,
  shop,
  threadIn,
  write,
} from "./shop.ts";

/** A text nobody else writes. */
const unique = (text: string) => `${text} ${newId().slice(0, 8)}`;

async function rowWith(page: Page, text: string) {
  const row = page.locator("a.row", { hasText: text });
  await row.waitFor();
  return row;
}

/** Whether a picture in the chat has been shown. */
function pictured(page: Page): Promise<boolean> {
  const picture = chat(page).locator("img").first();
  return picture.evaluate((img) => (img as HTMLImageElement).naturalWidth > 0);
}

describe("the web chat on a site", () => {
  it(
    "joins a visitor and an agent, live, over a reload, and tells of what came while it was closed",
    office(async ({ sit, stranger }) => {
      const { page: visitor } = await stranger({ path: shop });
      await openChat(visitor);
      const question = unique("¿Les queda la T-80?");
      await write(visitor, question);
      await said(visitor, question).waitFor();
      const { page: agent } = await sit("agent", { path: "/inbox?view=all" });
      await (await rowWith(agent, question)).click();
      await bubble(agent, question).waitFor();
      await answer(agent, "Sí, quedan tres");
      await said(visitor, "Sí, quedan tres").waitFor();
      await chat(visitor).getByRole("textbox").press("Escape");
      await visitor.locator("iframe").waitFor({ state: "hidden" });
      await answer(agent, "¿Te guardo una?");
      await visitor.getByRole("button", { name: "Abrir el chat, 1 mensaje sin leer" }).waitFor();
      await visitor.reload();
      await visitor.getByRole("button", { name: "Abrir el chat, 1 mensaje sin leer" }).waitFor();
      await openChat(visitor);
      for (const text of [question, "Sí, quedan tres", "¿Te guardo una?"])
        await said(visitor, text).waitFor();
      const conversationId = await conversationWith(question);
      await soon(async () =>
        (await threadIn(conversationId)).every(
          (one) => one.direction !== "outbound" || one.statusRank === 5,
        ),
      );
      await visitor.getByRole("button", { name: "Cerrar el chat", exact: true }).first().waitFor();
    }),
  );

  it(
    "takes what is written before the session is up",
    office(async ({ stranger }) => {
      const { page } = await stranger({ path: shop });
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route("**/sessions", async (route) => {
        await held;
        await route.continue();
      });
      const inside = await openChat(page);
      const text = unique("¿Están ahí?");
      await write(page, text);
      await said(page, text).getByText("Enviando").waitFor();
      const field = inside.getByRole("textbox", { name: "Escribe un mensaje" });
      await field.pressSequentially("Y otra cosa");
      release();
      await conversationWith(text);
      await said(page, text).getByText("Enviando").waitFor({ state: "detached" });
      assert.equal(await field.inputValue(), "Y otra cosa");
    }),
  );

  it(
    "shows a second visitor nothing of the first",
    office(async ({ stranger }) => {
      const [{ page: first }, { page: second }] = await Promise.all([
        stranger({ path: shop }),
        stranger({ path: shop }),
      ]);
      await openChat(first);
      const secret = unique("Mi clave es 1234");
      await write(first, secret);
      await conversationWith(secret);
      await openChat(second);
      const other = unique("Hola, soy otra persona");
      await write(second, other);
      await said(second, other).waitFor();
      assert.equal(await said(second, secret).count(), 0);
      assert.notEqual(await conversationWith(secret), await conversationWith(other));
    }),
  );

  it(
    "carries a picture each way",
    office(async ({ stranger }) => {
      const { page } = await stranger({ path: shop });
      await openChat(page);
      const text = unique("La máquina");
      const photo = sampleOf("image");
      const file = { name: photo.name, mimeType: photo.type, buffer: photo.bytes };
      await chat(page).locator("input[type=file]").setInputFiles(file);
      await write(page, text);
      const conversationId = await conversationWith(text);
      await soon(() => pictured(page));
      const form = new FormData();
      form.append(
        "file",
        new Blob([new Uint8Array(photo.bytes)], { type: photo.type }),
        "otra.jpg",
      );
      const { json } = await callApi(apiKey, "/files?channelId=webchat", {
        method: "POST",
        body: form,
      });
      await answerBy(conversationId, { kind: "image", text: "Esta otra", attachments: [json.id] });
      await said(page, "Esta otra").locator("img").waitFor();
      const [message] = await threadIn(conversationId);
      assert.deepEqual([message?.kind, message?.text], ["image", text]);
    }),
  );

  it(
    "offers what the business offers, to be pressed once",
    office(async ({ stranger }) => {
      const { page } = await stranger({ path: shop });
      await openChat(page);
      const text = unique("¿Qué opciones hay?");
      await write(page, text);
      const conversationId = await conversationWith(text);
      const buttons = [
        { id: "sales", title: "Ventas" },
        { id: "support", title: "Soporte" },
      ];
      await answerBy(conversationId, { kind: "buttons", text: "Elige", options: { buttons } });
      await chat(page).getByRole("button", { name: "Soporte" }).click();
      await soon(async () =>
        (await threadIn(conversationId)).some(({ choice }) => choice?.id === "support"),
      );
      await soon(() => chat(page).getByRole("button", { name: "Ventas" }).isDisabled());
    }),
  );

  it(
    "says that the connection is lost, and sends what waited when it is back",
    office(async ({ stranger }) => {
      const { page, context } = await stranger({ path: shop });
      await openChat(page);
      const before = unique("Antes");
      await write(page, before);
      await conversationWith(before);
      await context.setOffline(true);
      const during = unique("Sin red");
      await write(page, during);
      await chat(page).getByText("Sin conexión. Tus mensajes se enviarán").waitFor();
      await said(page, during).getByText("No se envió.").waitFor();
      await context.setOffline(false);
      await said(page, during).getByText("No se envió.").waitFor({ state: "detached" });
      await chat(page).getByText("Sin conexión.").waitFor({ state: "detached" });
      const id = await conversationWith(during);
      assert.equal((await threadIn(id)).filter(({ text }) => text === during).length, 1);
    }, /ERR_INTERNET_DISCONNECTED|WebChannelConnection|Could not reach/),
  );

  it(
    "knows the customer whom the site has signed in",
    office(async ({ stranger }) => {
      const { page } = await stranger({ path: shop });
      await launcher(page).waitFor();
      await page.getByRole("button", { name: "Entrar como Camila" }).click();
      await page.getByRole("button", { name: "Salir (Camila Rojas)" }).waitFor();
      await openChat(page);
      const text = unique("Soy Camila");
      await write(page, text);
      assert.equal(await conversationWith(text), hash("webchat", "user:cliente-204"));
    }),
  );

  it(
    "stands in a page of another origin, in its own language and colours",
    office(async ({ stranger }) => {
      const tag = `<script src="${house.baseUrl}/widget/widget.js" data-workspace="demo" data-channel="webchat" data-site-key="demo-webchat" async></script>`;
      const site = await listen((_request, response) => {
        response.setHeader("content-type", "text/html");
        response.end(
          `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,"><h1>Shop</h1>${tag}`,
        );
      });
      const { page } = await stranger({ path: shop, colorScheme: "dark", locale: "en-GB" });
      await page.goto(site.url);
      await page.getByRole("button", { name: "Open the chat" }).click();
      const field = chat(page).getByRole("textbox", { name: "Write a message" });
      await field.fill(unique("Hello from afar"));
      await field.press("Enter");
      await chat(page).getByText("Hello! Tell us how we can help.").waitFor();
      const shade = await chat(page)
        .locator("hilo-chat")
        .evaluate((one) => getComputedStyle(one).backgroundColor);
      assert.equal(shade, "rgb(22, 24, 29)");
      await site.close();
    }),
  );

  it(
    "asks who is there when nobody is, and keeps the message",
    office(async ({ stranger }) => {
      const channelId = `webchat-${Date.now()}`;
      const at = new Date();
      const today = new Intl.DateTimeFormat("en", {
        weekday: "short",
        timeZone: "America/Santiago",
      });
      const tomorrow = today.format(Date.now() + 2 * 86_400_000).toLowerCase();
      await secretOf("demo", channelId).set({
        sealed: seal({}, secretContext("demo", channelId)),
        updatedAt: at,
      });
      await channelsOf("demo")
        .doc(channelId)
        .set({
          provider: "webchat",
          platform: "webchat",
          name: "Chat de noche",
          enabled: true,
          address: "night-key",
          settings: { hours: `${tomorrow} 09:00-10:00`, form: "name" },
          health: noHealth,
          createdAt: at,
          updatedAt: at,
        });
      const query = new URLSearchParams({
        workspace: "demo",
        channel: channelId,
        siteKey: "night-key",
      });
      const { page } = await stranger({ path: `/widget/chat.html?${query}` });
      await page.getByText("Ahora no hay nadie en línea. Volvemos el").waitFor();
      await page.getByLabel("Tu nombre").fill("Rosa Nocturna");
      await page.getByLabel("Tu correo").fill("rosa@ejemplo.cl");
      const text = unique("Llámenme mañana");
      await page.getByLabel("Tu mensaje").fill(text);
      await page.getByRole("button", { name: "Dejar mensaje" }).click();
      await page.locator("chat-thread li", { hasText: text }).waitFor();
      const [message] = await threadIn(await conversationWith(text));
      assert.deepEqual(message?.author, {
        type: "contact",
        id: message?.author.id,
        name: "Rosa Nocturna",
      });
      await page.reload();
      await page.locator("chat-thread li", { hasText: text }).waitFor();
    }),
  );
});
