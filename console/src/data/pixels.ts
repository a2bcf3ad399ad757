/** A picture taken apart: four bytes a pixel, and how it is to be turned (EXIF and TIFF, 1 to 8). */
export type Pixels = {
  width: number;
  height: number;
  data: Uint8ClampedArray<ArrayBuffer>;
  turn?: number;
};

/** The most pixels that are taken apart: the largest photos of telephones have 50 million. */
export const mostPixels = 64_000_000;
/** The longest side of what is shown, in pixels. */
const longestSide = 2048;

/** Throws before room is made for a picture that has no size, or too large a one. */
export function fits(width: number, height: number): void {
  const count = width * height;
  if (!(count > 0 && count <= mostPixels)) throw new Error(`A picture of ${width} × ${height}`);
}

/** How a picture of this size that stands in one of eight ways is laid onto a canvas. */
export function laid(turn: number, w: number, h: number): [DOMMatrix2DInit, boolean] {
  const ways = [
    [1, 0, 0, 1, 0, 0],
    [-1, 0, 0, 1, w, 0],
    [-1, 0, 0, -1, w, h],
    [1, 0, 0, -1, 0, h],
    [0, 1, 1, 0, 0, 0],
    [0, 1, -1, 0, h, 0],
    [0, -1, -1, 0, h, w],
    [0, -1, 1, 0, 0, w],
  ];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = ways[turn - 1] ?? [];
  return [{ a, b, c, d, e, f }, a === 0];
}

/** A JPEG of it, on white where it can be seen through, no longer than what is shown. */
export async function jpegOf({ width, height, data, turn = 1 }: Pixels): Promise<Blob> {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const [w, h] = [width, height].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ];
  const bitmap = await createImageBitmap(new ImageData(data, width, height), {
    resizeWidth: w,
    resizeHeight: h,
    resizeQuality: "medium",
  });
  const [matrix, across] = laid(turn, w, h);
  const canvas = across ? new OffscreenCanvas(h, w) : new OffscreenCanvas(w, h);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("There is nothing to draw on.");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(matrix);
  context.drawImage(bitmap, 0, 0);
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
}
