import assert from "node:assert/strict";
import { BufferSource, EncodedPacketSink, Input, OGG } from "mediabunny";
import type { Page } from "playwright-core";
import { phoneOf } from "../journeys/customers.ts";
import { office } from "../support/desk.ts";
import { caller, composer, focuses, openThread, rowOf, soon, toast } from "./scene.ts";
import { violations } from "./violations.ts";

const recorder = (page: Page) => page.getByRole("group", { name: "Grabación de voz" });
const tiles = (page: Page) => page.locator("hilo-composer .files li");
const begin = (page: Page) =>
  page.getByRole("button", { name: "Grabar un mensaje de voz" }).click();
const press = (page: Page, name: string) => recorder(page).getByRole("button", { name }).click();

/** Records until a second of it is there: the browser's microphone beeps each second. */
async function record(page: Page): Promise<void> {
  await begin(page);
  await recorder(page).getByRole("timer").filter({ hasText: "0:01" }).waitFor();
}

/** How long the Ogg file that the newest message plays is, in seconds, as somebody else reads it. */
async function lengthOfNewest(page: Page): Promise<number> {
  const player = page.locator("hilo-message hilo-audio").last();
  const link = await player.evaluate((sound) => (sound as unknown as { src: string }).src);
  const answer = await fetch(new URL(link, page.url()));
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.equal(bytes.subarray(0, 4).toString(), "OggS");
  const input = new Input({ source: new BufferSource(bytes), formats: [OGG] });
  const track = await input.getPrimaryAudioTrack();
  assert.equal(track?.codec, "opus");
  let packets = 0;
  for await (const _ of new EncodedPacketSink(track).packets()) packets += 1;
  assert.ok(packets > 10, `${packets} packets`);
  return track.computeDuration();
}

describe("a voice message", () => {
  it(
    "is recorded, heard, and sent as Opus in Ogg",
    office(async ({ sit }) => {
      const customer = await caller("¿Me lo explicas?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await record(page);
      await focuses(page, /^Terminar y escuchar$/);
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Enter");
      const tile = tiles(page).filter({ hasText: /nota-de-voz-[\d-]+\.ogg/ });
      await tile.getByRole("button", { name: "Reproducir" }).click();
      await tile.getByRole("button", { name: "Pausar" }).waitFor();
      await soon(async () => /^0:0[1-9]$/.test(await tile.locator(".time").innerText()));
      assert.deepEqual(await violations(page), []);
      await composer(page).press("Enter");
      await page.locator("hilo-message hilo-audio").waitFor();
      await page.locator("hilo-message").last().getByLabel("Leído").waitFor();
      const length = await lengthOfNewest(page);
      assert.ok(length >= 0.9 && length < 30, `${length} s`);
      const got = (await phoneOf(customer)).at(-1);
      assert.deepEqual(
        got?.files.map(({ type }) => type),
        ["audio/ogg"],
      );
    }),
  );

  it(
    "goes at once by the button, after a pause, beside the words as a message of their own",
    office(async ({ sit }) => {
      const customer = await caller("¿Puedes hablar?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await composer(page).fill("Te lo cuento en un audio");
      await record(page);
      await press(page, "Pausar la grabación");
      await recorder(page).getByLabel("En pausa").waitFor();
      await press(page, "Seguir grabando");
      await recorder(page).getByLabel("Grabando", { exact: true }).waitFor();
      await press(page, "Enviar");
      await recorder(page).waitFor({ state: "detached" });
      await page.locator("hilo-message", { hasText: "Te lo cuento" }).getByLabel("Leído").waitFor();
      const got = (await phoneOf(customer)).slice(-2);
      assert.deepEqual(
        got.map(({ text, files }) => [text, files.length]),
        [
          ["", 1],
          ["Te lo cuento en un audio", 0],
        ],
      );
    }),
  );

  it(
    "is discarded by Escape, also from the field, and can be had back",
    office(async ({ sit }) => {
      const customer = await caller("¿Y entonces?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await record(page);
      await composer(page).press("Escape");
      await recorder(page).waitFor({ state: "detached" });
      await focuses(page, /^Escribe una respuesta$/);
      assert.equal(await tiles(page).count(), 0);
      await toast(page, "Grabación descartada").getByRole("button", { name: "Deshacer" }).click();
      await tiles(page).getByRole("button", { name: "Reproducir" }).waitFor();
      assert.equal(await page.locator("hilo-message").count(), 1);
    }),
  );

  it(
    "stays in its draft when its conversation is left, also over a reload",
    office(async ({ sit }) => {
      const [first, second] = [await caller("Soy la primera"), await caller("Soy el segundo")];
      const { page } = await sit("agent");
      await openThread(page, first);
      await record(page);
      await rowOf(page, second).click();
      await toast(page, "La grabación quedó en el borrador de esa conversación.").waitFor();
      assert.equal(await tiles(page).count(), 0, "none of it is the other one's");
      await rowOf(page, first).click();
      await tiles(page)
        .locator(".time")
        .filter({ hasText: /^0:0[1-9]$/ })
        .waitFor();
      await page.reload();
      await tiles(page).getByRole("button", { name: "Reproducir" }).waitFor();
      await tiles(page)
        .getByRole("button", { name: /^Quitar nota-de-voz/ })
        .click();
      await focuses(page, /^Escribe una respuesta$/);
    }),
  );

  it(
    "is kept with a note, too",
    office(async ({ sit }) => {
      const customer = await caller("Nadie oye esto");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await page.getByRole("tab", { name: "Nota" }).click();
      await record(page);
      await page.getByRole("tab", { name: "Responder" }).click();
      await toast(page, "La grabación quedó en el borrador de esa conversación.").waitFor();
      assert.equal(await tiles(page).count(), 0);
      await page.getByRole("tab", { name: /^Nota/ }).click();
      await tiles(page).getByRole("button", { name: "Reproducir" }).waitFor();
    }),
  );

  it(
    "ends at the largest file the channel takes, and when the microphone is gone, with what there is",
    office(async ({ sit }) => {
      const customer = await caller("Hazla corta");
      const { page } = await sit("agent");
      await page.route("**/api/v1/channels", async (route) => {
        const answer = await route.fetch();
        const body = await answer.json();
        for (const { capabilities } of body.channels)
          if (capabilities?.media.audio) capabilities.media.audio.maxBytes = 16_000;
        await route.fulfill({ response: answer, json: body });
      });
      await page.reload();
      await openThread(page, customer);
      const said = page.locator("hilo-composer").getByRole("alert");
      await begin(page);
      await said.getByText(/^La grabación llegó al máximo que admite este canal/).waitFor();
      await tiles(page).getByRole("button", { name: "Reproducir" }).waitFor();
      await page.evaluate(() => {
        const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = async (wanted) => {
          const stream = await ask(wanted);
          Object.assign(window, { unplug: () => stream.getAudioTracks()[0]?.stop() });
          return stream;
        };
      });
      await record(page);
      await page.evaluate(() => (window as unknown as { unplug: () => void }).unplug());
      await said.getByText(/^El micrófono se desconectó/).waitFor();
      await soon(async () => (await tiles(page).count()) === 2);
    }),
  );

  for (const [name, words] of [
    ["NotAllowedError", /^El navegador no deja usar el micrófono\. Permítelo en los ajustes/],
    ["NotFoundError", /^No encontramos ningún micrófono\. Conecta uno/],
    ["NotReadableError", /^Otro programa está usando el micrófono\. Ciérralo/],
  ] as const)
    it(
      `says what to do at ${name}`,
      office(async ({ sit }) => {
        const customer = await caller("¿Aló?");
        const { page } = await sit("agent");
        await openThread(page, customer);
        await page.evaluate((name) => {
          navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("No.", name));
        }, name);
        await begin(page);
        await page.locator("hilo-composer").getByRole("alert").getByText(words).waitFor();
        await focuses(page, /^Escribe una respuesta$/);
        assert.deepEqual(await violations(page), []);
      }),
    );
});
