// Draws and records the binary samples in a browser: `node simulator/src/samples/make.ts`. Run again only to change them.
// The browser is the one at CHROME_PATH, else the system's Chromium.

import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium as driver } from "playwright-core";
import { makeOgg } from "./ogg.ts";
import * as studio from "./studio.ts";

const server = createServer((_request, response) => {
  response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html>");
}).listen(0, "127.0.0.1");
const browser = await driver.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);

const save = (name: string, bytes: Buffer) => {
  writeFileSync(new URL(name, import.meta.url), bytes);
  process.stdout.write(`${name} ${bytes.length} bytes\n`);
};
const fromBase64 = (text: string) => Buffer.from(text, "base64");

save("photo.jpg", fromBase64(await page.evaluate(studio.photo)));
save("sticker.webp", fromBase64(await page.evaluate(studio.sticker)));
save("clip.mp4", fromBase64(await page.evaluate(studio.clip)));
const packets = await page.evaluate(studio.voice);
save(
  "voice.ogg",
  makeOgg(packets.map(({ base64, samples }) => ({ bytes: fromBase64(base64), samples }))),
);

await browser.close();
server.close();
