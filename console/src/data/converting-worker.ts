import { jpegOf, type Pixels } from "./pixels.ts";

/** The file, and the program that takes it apart, where that is one of its own. */
export type Order = { bytes: ArrayBuffer; wasm?: ArrayBuffer };
export type Answer = { picture?: Blob };

/** Answers an order with a JPEG of what is in the file, or with nothing when it cannot be read. */
export function answering(pixels: (order: Order) => Pixels | Promise<Pixels>): void {
  addEventListener("message", async ({ data }: MessageEvent<Order>) => {
    const answer: Answer = await Promise.resolve(data)
      .then(pixels)
      .then(jpegOf)
      .then(
        (picture) => ({ picture }),
        () => ({}),
      );
    postMessage(answer);
  });
}
