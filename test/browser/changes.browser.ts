import assert from "node:assert/strict";
import { does, lastShown, stranger, whoWrote } from "../journeys/elsewhere.ts";
import { office } from "../support/desk.ts";
import { openConversation } from "./entries.ts";
import { answer, bubble, composer, focuses, soon } from "./scene.ts";

describe("what a customer changes", () => {
  it(
    "an edit shows at once, with what was said before",
    office(async ({ sit }) => {
      const person = await whoWrote("telegram", { text: "Hola" });
      const { page } = await sit("agent");
      await openConversation(page, person.conversationId);
      const target = await does(person, { text: "Nos vemos a las dies" });
      await bubble(page, "a las dies").waitFor();
      await does(person, { kind: "edit", target, text: "Nos vemos a las diez" });
      const edited = bubble(page, "a las diez");
      await edited.getByRole("button", { name: "editado" }).click();
      await edited.getByText("a las dies").waitFor();
      assert.equal(await page.locator("hilo-message").count(), 2, "an edit is no message");
    }),
  );

  for (const channelId of ["whatsapp", "instagram"] as const) {
    it(
      `a deletion by ${channelId} shows at once, and what was said only to whoever asks`,
      office(async ({ sit }) => {
        const person = await whoWrote(channelId, { text: "Hola" });
        const { page } = await sit("agent");
        await openConversation(page, person.conversationId);
        const target = await does(person, { text: "Mi clave es 4321" });
        await bubble(page, "Mi clave es 4321").waitFor();
        await does(person, { kind: "delete", target });
        const deleted = bubble(page, "Mensaje eliminado");
        await deleted.waitFor();
        const shown = page.locator("hilo-list, hilo-thread").getByText("Mi clave es 4321");
        await soon(async () => assert.equal(await shown.count(), 0, "nowhere, the list too"));
        await deleted.getByRole("button", { name: "Ver lo que decía" }).press("Enter");
        await deleted.getByText("Mi clave es 4321").waitFor();
      }),
    );
  }

  it(
    "an album is one bubble, and each picture grows by keys",
    office(async ({ sit }) => {
      const person = await whoWrote("telegram", { text: "Mira" });
      const { page } = await sit("agent");
      await openConversation(page, person.conversationId);
      await does(person, { kind: "image", samples: 3, text: "Así llegaron" });
      const album = bubble(page, "Así llegaron");
      await album.locator("img").nth(2).waitFor();
      assert.equal(await page.locator("hilo-message").count(), 2);
      const second = album.getByRole("button", { name: /^Ampliar/ }).nth(1);
      await second.focus();
      await page.keyboard.press("Enter");
      await page.locator("hilo-lightbox img").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("hilo-lightbox").waitFor({ state: "detached" });
      await focuses(page, /^Ampliar/);
    }),
  );
});

describe("an e-mail that comes", () => {
  it(
    "keeps remote images out until they are wanted, and folds what it quotes",
    office(async ({ sit }) => {
      const remote = "https://127.0.0.1:9/pixel.png";
      const html = `<p>Mira el catálogo</p><img src="${remote}" alt="Catálogo" width="40" height="40">`;
      const person = await whoWrote("email", {
        subject: "Catálogo",
        text: "Mira el catálogo",
        html,
      });
      const { page } = await sit("agent");
      const fetched: string[] = [];
      page.on("request", (request) => fetched.push(request.url()));
      await openConversation(page, person.conversationId);
      const first = bubble(page, "Mira el catálogo");
      await first.getByRole("button", { name: "Ver con formato" }).click();
      await first.getByText(/^Bloqueamos las imágenes externas/).waitFor();
      await first.frameLocator("iframe").getByText("Mira el catálogo").waitFor();
      assert.ok(!fetched.includes(remote));
      await first.getByRole("button", { name: "Mostrar imágenes" }).click();
      await soon(() => fetched.includes(remote));

      await answer(page, "Está muy bueno");
      const sent = await lastShown(person);
      assert.equal(sent.mail?.subject, "Re: Catálogo");
      await does(person, { text: "¿Te sirve alguno?" });
      const last = bubble(page, "¿Te sirve alguno?");
      await last.waitFor();
      assert.equal(await last.locator(".quoted").count(), 0, "quotes are folded");
      await last.getByRole("button", { name: "Mostrar el texto citado" }).press("Enter");
      await last.locator(".quoted", { hasText: "> Está muy bueno" }).waitFor();
    }, /ERR_|127\.0\.0\.1:9\b/),
  );

  it(
    "may be written first, with its subject",
    office(async ({ sit }) => {
      const { address, conversationId } = stranger("email");
      const { page } = await sit("agent");
      await page.getByRole("button", { name: "Nueva conversación" }).press("Enter");
      const dialog = page.locator("hilo-start");
      await dialog.getByLabel("Canal").selectOption({ label: "Correo" });
      await dialog.locator("#to").fill("nadie");
      await dialog.getByLabel("Asunto (opcional)").fill("Tu cotización");
      await dialog.getByLabel("Primer mensaje").fill("Aquí va, como quedamos.");
      await dialog.getByRole("button", { name: "Enviar" }).click();
      await dialog.getByText("Escribe el correo completo").waitFor();
      await focuses(page, /^Correo/);
      await dialog.locator("#to").fill(address);
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/inbox/${conversationId}*`);
      const sent = bubble(page, "Aquí va, como quedamos.");
      await sent.getByRole("heading", { name: "Tu cotización" }).waitFor();
      await sent.getByLabel("Entregado").waitFor();
      const shown = await lastShown({ name: "", address, channelId: "email", conversationId });
      assert.equal(shown.mail?.subject, "Tu cotización");
    }),
  );
});

describe("a call that was recorded", () => {
  it(
    "stands in the thread with its length, and can be heard",
    office(async ({ sit }) => {
      const person = stranger("twilio-voice");
      await does(person, { call: { seconds: 65, recording: true } });
      const { page } = await sit("agent");
      await openConversation(page, person.conversationId).catch(() => undefined);
      await page.getByText("contestada · 1 min 5 s").waitFor();
      const sound = page.locator("hilo-message hilo-audio");
      const play = sound.getByRole("button", { name: "Reproducir" });
      await soon(async () => play.isEnabled());
      await play.press("Enter");
      await sound.getByRole("button", { name: "Pausar" }).waitFor();
      await sound.getByRole("button", { name: "Pausar" }).press("Enter");
      await play.waitFor();
      assert.equal(await composer(page).count(), 0);
    }),
  );
});
