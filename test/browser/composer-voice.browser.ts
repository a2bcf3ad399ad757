import assert from "node:assert/strict";
import { BufferSource, EncodedPacketSink, Input, OGG } from "mediabunny";
import type { Page } from "playwright-core";
import { phoneOf } from "../journeys/customers.ts";
import { office } from "../support/desk.ts";
import { bubble, caller, composer, focuses, openThread, rowOf, soon, toast } from "./scene.ts";
import { violations } from "./violations.ts";

const recorder = (page: Page) => page.getByRole("group", { name: "Grabación de voz" });
const tiles = (page: Page) => page.locator("hilo-composer .files li");

async function record(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Grabar un mensaje de voz" }).click();
  // The browser's microphone beeps: half a second of it and more is there.
  await recorder(page).getByRole("timer").filter({ hasText: "0:01" }).waitFor();
}

/** The files that go to the server from now on. */
function uploads(page: Page): Buffer[] {
  const sent: Buffer[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/v1/files?"))
      sent.push(request.postDataBuffer() ?? Buffer.alloc(0));
  });
  return sent;
}

/** How long the Ogg file in an upload plays, in seconds. */
async function lengthOf(form: Buffer | undefined): Promise<number> {
  assert.ok(form);
  const start = form.indexOf("OggS");
  const end = form.lastIndexOf("\r\n--");
  const input = new Input({
    source: new BufferSource(form.subarray(start, end)),
    formats: [OGG],
  });
  const track = await input.getPrimaryAudioTrack();
  assert.equal(track?.codec, "opus");
  let packets = 0;
  for await (const _ of new EncodedPacketSink(track).packets()) packets += 1;
  assert.ok(packets > 10);
  return track.computeDuration();
}

describe("a voice message", () => {
  it(
    "is recorded, heard, and sent as Opus in Ogg",
    office(async ({ sit }) => {
      const customer = await caller("¿Me lo explicas?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      const sent = uploads(page);
      await record(page);
      await focuses(page, /^Terminar y escuchar$/);
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Enter");
      const tile = tiles(page).filter({ hasText: /nota-de-voz-[\d-]+\.ogg/ });
      await tile.getByRole("button", { name: "Reproducir" }).waitFor();
      await soon(async () => /^0:0[1-9]$/.test(await tile.locator(".time").innerText()));
      await focuses(page, /^Escribe una respuesta$/);
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Enter");
      await page.locator("hilo-message hilo-sound").waitFor();
      await page.locator("hilo-message").last().getByLabel("Leído").waitFor();
      const length = await lengthOf(sent[0]);
      assert.ok(length >= 1 && length < 20, `${length} s`);
      const got = (await phoneOf(customer)).at(-1);
      assert.deepEqual(
        got?.files.map(({ type }) => type),
        ["audio/ogg"],
      );
    }),
  );
});
