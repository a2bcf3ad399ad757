import * as module from "utif2";
import { fits, type Pixels } from "./pixels.ts";

type Page = module.IFD;
/** A CommonJS package, whose parts Node knows by its default alone. */
const utif = "default" in module ? (module.default as typeof module) : module;

/** The compressions and colours (TIFF 6.0 and its supplements) that the reader takes apart outside of a page; others it draws black. */
const compressions = [1, 3, 4, 5, 6, 7, 8, 32773, 32946];
const colours = [0, 1, 2, 3, 6];

/** The one page of a TIFF. Throws when it cannot be read, and when there are more pages, of which one says too little. */
export function tiffPixels(bytes: ArrayBuffer): Pixels {
  const [page, ...others] = utif.decode(bytes).filter((one) => tag(one, 256) > 0 && !isSmall(one));
  if (!page || others.length > 0) throw new Error("It is not one page.");
  fits(tag(page, 256), tag(page, 257));
  if (!compressions.includes(tag(page, 259, 1)) || !colours.includes(tag(page, 262)))
    throw new Error("It is written in an unknown way.");
  utif.decodeImage(bytes, page);
  const { width, height } = page;
  const rgba = utif.toRGBA8(page);
  if (rgba.length !== width * height * 4) throw new Error("The picture is damaged.");
  return { width, height, data: new Uint8ClampedArray(rgba), turn: tag(page, 274, 1) };
}

/** Whether it is only a smaller copy of another page (NewSubfileType, bit 0). */
function isSmall(page: Page): boolean {
  return (tag(page, 254) & 1) === 1;
}

function tag(page: Page, number: number, otherwise = 0): number {
  const value = page[`t${number}`];
  return Number((typeof value === "object" ? value[0] : undefined) ?? otherwise);
}
