import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { heicPixels } from "../../../console/src/data/heic.ts";
import { fits, laid, mostPixels, type Pixels } from "../../../console/src/data/pixels.ts";
import { tiffPixels } from "../../../console/src/data/tiff.ts";

const wasmPath = createRequire(import.meta.url).resolve("libheif-js/libheif-wasm/libheif.wasm");

function buffer(path: string | URL): ArrayBuffer {
  return new Uint8Array(readFileSync(path)).buffer;
}

const picture = (name: string) => buffer(new URL(`pictures/${name}`, import.meta.url));
const heic = (bytes: ArrayBuffer) => heicPixels(bytes, buffer(wasmPath));

/** Which of red, green and blue are strong in the middle of each quarter, row by row. */
function quarters({ width, height, data }: Pixels): string[] {
  const middles = [0.25, 0.75].flatMap((y) => [0.25, 0.75].map((x) => [x, y] as const));
  return middles.map(([x, y]) => {
    const from = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
    const strong = [...data.subarray(from, from + 3)].map((value) => value > 110);
    return ["r", "g", "b"].filter((_, index) => strong[index]).join("");
  });
}

const four = ["r", "g", "b", "rg"];
const readings: [string, string[]][] = [
  ["lzw.tif", four],
  ["zip.tif", four],
  ["jpeg.tif", four],
  ["packbits.tif", four],
  ["fax.tif", ["", "rgb", "rgb", "rgb"]],
];

/** The bytes with four of them overwritten where `at` finds this 32-bit number (big-endian). */
function changed(bytes: ArrayBuffer, from: number, to: number): ArrayBuffer {
  const view = new DataView(bytes.slice(0));
  for (let at = 0; at + 4 <= view.byteLength; at++) {
    if (view.getUint32(at) === from) view.setUint32(at, to);
  }
  return view.buffer;
}

describe("pictures that a browser may not show", () => {
  it("are taken apart: HEIC", async () => {
    const pixels = await heic(picture("foto.heic"));
    assert.deepEqual([pixels.width, pixels.height], [320, 200]);
    assert.deepEqual(quarters(pixels), four);
  });

  for (const [name, expected] of readings) {
    it(`are taken apart: ${name}`, () => {
      const pixels = tiffPixels(picture(name));
      assert.deepEqual([pixels.width, pixels.height], [320, 200]);
      assert.deepEqual(quarters(pixels), expected);
    });
  }

  it("keep how they are to be turned", () => {
    assert.equal(tiffPixels(picture("turned.tif")).turn, 6);
    assert.equal(tiffPixels(picture("lzw.tif")).turn, 1);
  });

  it("are left as files where one page is not all", () => {
    assert.throws(() => tiffPixels(picture("pages.tif")), /one page/);
  });

  it("are left as files when they are made for a printing press", () => {
    assert.throws(() => tiffPixels(picture("cmyk.tif")), /unknown way/);
  });

  it("are left as files before room is made for more than the largest photo", async () => {
    await assert.rejects(heic(changed(picture("foto.heic"), 320, 640_000)));
    assert.throws(() => fits(100_000, 100_000), /100000 × 100000/);
    assert.throws(() => fits(0, 10));
    assert.throws(() => fits(Number.NaN, 10));
    assert.doesNotThrow(() => fits(mostPixels / 8000, 8000));
  });

  for (const kept of [0, 3, 40, 200, 400]) {
    it(`are left as files when they break off after ${kept} bytes`, async () => {
      await assert.rejects(heic(picture("foto.heic").slice(0, kept)));
      assert.throws(() => tiffPixels(picture("lzw.tif").slice(0, kept)));
    });
  }
});

describe("how a picture that stands in one of eight ways is laid", () => {
  const corner = (turn: number) => {
    const [{ a = 0, b = 0, c = 0, d = 0, e = 0, f = 0 }, across] = laid(turn, 30, 20);
    const at = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f].join();
    return [at(0, 0), at(30, 20), across];
  };
  const rows: [number, [string, string, boolean]][] = [
    [1, ["0,0", "30,20", false]],
    [2, ["30,0", "0,20", false]],
    [3, ["30,20", "0,0", false]],
    [4, ["0,20", "30,0", false]],
    [5, ["0,0", "20,30", true]],
    [6, ["20,0", "0,30", true]],
    [7, ["20,30", "0,0", true]],
    [8, ["0,30", "20,0", true]],
    [99, ["0,0", "30,20", false]],
  ];
  for (const [turn, expected] of rows) {
    it(`${turn}`, () => assert.deepEqual(corner(turn), expected));
  }
});
