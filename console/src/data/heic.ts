import libheif from "libheif-js/libheif-wasm/libheif.js";
import { fits, type Pixels } from "./pixels.ts";

/** What the package's own types leave out of its two classes. */
type HeifImage = {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  display(into: Pixels, done: (shown: Pixels | null) => void): void;
};
type Reader = { HeifDecoder: new () => { decode(bytes: ArrayBuffer): HeifImage[] } };
const start = libheif as unknown as (options: { wasmBinary: ArrayBuffer }) => Reader;

/** The picture that a HEIC file is opened with, turned as it was taken. Rejects when it cannot be read. */
export async function heicPixels(bytes: ArrayBuffer, wasmBinary: ArrayBuffer): Promise<Pixels> {
  const { HeifDecoder } = start({ wasmBinary });
  const images = new HeifDecoder().decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) throw new Error("There is no picture in it.");
  const width = image.get_width();
  const height = image.get_height();
  fits(width, height);
  const room = { width, height, data: new Uint8ClampedArray(width * height * 4) };
  return new Promise((resolve, reject) => {
    image.display(room, (shown) =>
      shown ? resolve(shown) : reject(new Error("The picture is damaged.")),
    );
  });
}
