import assert from "node:assert/strict";
import type { FrameLocator, Page } from "playwright-core";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { sampleOf } from "../../simulator/src/samples/sample.ts";
import { control } from "../journeys/control.ts";
import { office } from "../support/desk.ts";
import { house } from "../support/house.ts";
import { failureOf } from "./phone.ts";
import { attach, bubble, composer, type File, one, soon } from "./scene.ts";
import { answerBy, conversationWith, threadIn } from "./shop.ts";

const { name, type, bytes } = sampleOf("image");
const photo: File = { name, mimeType: type, buffer: Buffer.from(bytes) };

/** A text nobody else writes. */
const unique = (text: string) => `${text} ${newId().slice(0, 8)}`;

/** A visitor's chat inside the site that the simulator's page shows. */
function chatIn(page: Page): FrameLocator {
  return page.frameLocator("iframe.site").frameLocator("iframe");
}

/** Takes the place of one of the simulator's visitors, and waits for the chat to be ready. */
async function visit(page: Page, person: string): Promise<FrameLocator> {
  await page.goto(`${house.simulatorUrl}/#/${person}/webchat`);
  await chatIn(page).getByRole("textbox", { name: "Escribe un mensaje" }).waitFor();
  return chatIn(page);
}

async function write(chat: FrameLocator, text: string, ...files: File[]): Promise<void> {
  if (files.length > 0) await chat.locator("input[type=file]").setInputFiles(files);
  const field = chat.getByRole("textbox", { name: "Escribe un mensaje" });
  await field.fill(text);
  await field.press("Enter");
}

const said = (chat: FrameLocator, text: string) => chat.locator("li", { hasText: text });

/** Chooses how what a visitor sends fails; with an empty code, not at all. */
async function failBy(page: Page, person: string, code: string): Promise<void> {
  await page.getByRole("radio", { name: "Este cliente" }).check();
  await page.getByRole("combobox", { name: "Falla" }).selectOption(code);
  await soon(async () => assert.equal(await failureOf(person), code));
}

/** Waits until the simulator has taken up what was switched. */
async function networkIs(person: string, state: "up" | "down"): Promise<void> {
  type State = { people: Record<string, { network?: string }> };
  await soon(async () => (await control<State>("behaviour")).people[person]?.network === state);
}

/** Whether every picture of a message has been shown. */
async function pictured(chat: FrameLocator, text: string): Promise<void> {
  const picture = said(chat, text).locator("img");
  await soon(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth > 0));
}

describe("the web chat on the simulator's page", () => {
  it(
    "carries words and a picture each way, and keeps them over a reload",
    office(async ({ sit, stranger }) => {
      const { page: visitor } = await stranger();
      const chat = await visit(visitor, "visitante-1");
      const [question, reply] = [unique("¿Es esta?"), unique("Esta otra")];
      await write(chat, question, photo);
      await pictured(chat, question);
      const conversationId = await conversationWith(question);
      const { page: agent } = await sit("agent", { path: `/inbox/${conversationId}?view=all` });
      const shown = bubble(agent, question).locator("img");
      await soon(() => shown.evaluate((img) => (img as HTMLImageElement).naturalWidth > 0));
      await one(agent.locator("hilo-context-panel .card b", { hasText: "Visitante web" }));
      await attach(agent, photo);
      await composer(agent).fill(reply);
      await agent.getByRole("button", { name: "Enviar", exact: true }).click();
      await pictured(chat, reply);
      await visitor.reload();
      for (const text of [question, reply]) await pictured(chatIn(visitor), text);
      const directions = (await threadIn(conversationId)).map(({ direction }) => direction);
      assert.deepEqual(directions, ["inbound", "outbound"]);
    }),
  );

  it(
    "knows a customer of the site, and shows each visitor their own conversation",
    office(async ({ stranger }) => {
      const { page } = await stranger();
      const [camila, other] = [unique("Soy Camila"), unique("Soy otra persona")];
      await write(await visit(page, "cliente-204"), camila);
      assert.equal(await conversationWith(camila), hash("webchat", "user:cliente-204"));
      await write(await visit(page, "visitante-2"), other);
      await said(chatIn(page), other).waitFor();
      assert.equal(await said(chatIn(page), camila).count(), 0);
      await answerBy(await conversationWith(camila), { kind: "text", text: "Hola, Camila" });
      await said(await visit(page, "cliente-204"), "Hola, Camila").waitFor();
      assert.equal(await said(chatIn(page), other).count(), 0);
      // The frame of the visitor before goes while its client may be connecting, which then says that it could not.
    }, /WebChannelConnection|Could not reach Cloud Firestore/),
  );

  it(
    "refuses files as chosen, and sends one when tried again",
    office(async ({ stranger }) => {
      const { page } = await stranger();
      const chat = await visit(page, "visitante-1");
      await failBy(page, "visitante-1", "413");
      const tooLarge = unique("Muy grande");
      await write(chat, tooLarge, photo);
      await said(chat, tooLarge).getByText("El archivo es demasiado grande.").waitFor();
      await failBy(page, "visitante-1", "429");
      const tooOften = unique("Muy seguido");
      await write(chat, tooOften, photo);
      const again = said(chat, tooOften).getByRole("button", { name: "Reintentar" });
      await again.waitFor();
      await failBy(page, "visitante-1", "");
      await again.click();
      await conversationWith(tooOften);
      await pictured(chat, tooOften);
    }, /413|429/),
  );

  it(
    "takes the visitor's network away: what is written waits, and goes once it is back",
    office(async ({ stranger }) => {
      const { page } = await stranger();
      const chat = await visit(page, "visitante-2");
      const [before, during] = [unique("Con red"), unique("Sin red")];
      await write(chat, before);
      await conversationWith(before);
      await page.getByRole("radio", { name: "Este cliente" }).check();
      await page.getByLabel("No tiene red").check();
      await networkIs("visitante-2", "down");
      await write(chat, during);
      await said(chat, during).getByText("No se envió.").waitFor();
      await page.getByLabel("No tiene red").uncheck();
      await networkIs("visitante-2", "up");
      await said(chat, during).getByRole("button", { name: "Reintentar" }).click();
      const conversationId = await conversationWith(during);
      await said(chat, during).getByText("No se envió.").waitFor({ state: "detached" });
      const sent = (await threadIn(conversationId)).filter((one) => one.text === during);
      assert.equal(sent.length, 1);
    }, /ERR_|WebChannelConnection|Could not reach/),
  );
});
