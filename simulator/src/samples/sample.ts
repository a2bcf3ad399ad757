import { readFileSync } from "node:fs";
import type { StoredFile } from "../phones/files.ts";
import type { Action, Kind } from "../phones/thread.ts";
import { makePdf } from "./pdf.ts";

type Sample = Omit<StoredFile, "id">;

// The binary ones were made by samples/make.ts in a browser.
const samples: Partial<Record<Kind | Action, () => Sample>> = {
  image: () => ({ name: "foto.jpg", type: "image/jpeg", bytes: read("photo.jpg") }),
  sticker: () => ({ name: "sticker.webp", type: "image/webp", bytes: read("sticker.webp") }),
  audio: () => ({ name: "nota-de-voz.ogg", type: "audio/ogg", bytes: read("voice.ogg") }),
  video: () => ({ name: "video.mp4", type: "video/mp4", bytes: read("clip.mp4") }),
  document: () => ({
    name: "orden-20418.pdf",
    type: "application/pdf",
    bytes: makePdf("Orden de compra 20418"),
  }),
};

function read(name: string): Buffer {
  return readFileSync(new URL(name, import.meta.url));
}

/** A small, real file of a kind; a photo for kinds that have none. */
export function sampleOf(kind: Kind | Action): Sample {
  const make = samples[kind] ?? samples.image;
  if (!make) throw new RangeError(`No sample of ${kind}`);
  return make();
}
