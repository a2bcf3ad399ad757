import { address as wasmAddress } from "libheif-js/libheif-wasm/libheif.wasm?address";
import type { Answer, Order } from "./converting-worker.ts";

/** How long a file may take to be taken apart, in milliseconds. */
const longestMs = 30_000;
/** How many converted pictures are held in memory, so that a thread that is opened again shows them at once. */
const mostHeld = 20;

type Foreign = { id: string; type: string; address: string };

const held = new Map<string, Blob>();
let last: Promise<unknown> = Promise.resolve();

/** A picture that this browser shows, of a file that it may not; one at a time. Rejects when there is none. */
export function converted(file: Foreign, signal: AbortSignal): Promise<Blob> {
  const ready = held.get(file.id);
  if (ready) return Promise.resolve(ready);
  const turn = last.then(() => {
    signal.throwIfAborted();
    return held.get(file.id) ?? convert(file, signal);
  });
  last = turn.catch(() => undefined);
  return turn.then((picture) => hold(file.id, picture));
}

function hold(id: string, picture: Blob): Blob {
  held.delete(id);
  held.set(id, picture);
  const [oldest] = held.keys();
  if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
  return picture;
}

async function convert({ type, address }: Foreign, signal: AbortSignal): Promise<Blob> {
  const { pathname, search } = new URL(address);
  const file = await fetched(pathname + search, signal);
  if (await isShown(file)) return file;
  const bytes = await file.arrayBuffer();
  if (type !== "image/heic") return read(tiffReader(), { bytes }, signal);
  const wasm = await (await fetched(wasmAddress, signal)).arrayBuffer();
  return read(heicReader(), { bytes, wasm }, signal);
}

async function fetched(address: string, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`The file answered ${answer.status}.`);
  return answer.blob();
}

/** Whether this browser shows it by itself, as Safari does. */
async function isShown(file: Blob): Promise<boolean> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  return image
    .decode()
    .then(
      () => true,
      () => false,
    )
    .finally(() => URL.revokeObjectURL(image.src));
}

const heicReader = () =>
  new Worker(new URL("./heic-worker.ts", import.meta.url), { type: "module" });
const tiffReader = () =>
  new Worker(new URL("./tiff-worker.ts", import.meta.url), { type: "module" });

/** A reader reads one file and is ended with all its memory, at the latest when its time is over. */
function read(reader: Worker, order: Order, signal: AbortSignal): Promise<Blob> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
  const answer = new Promise<Blob>((resolve, reject) => {
    const fail = () => reject(new Error("The file could not be read."));
    reader.onmessage = ({ data: { picture } }: MessageEvent<Answer>) =>
      picture ? resolve(picture) : fail();
    reader.onerror = fail;
    over.addEventListener("abort", fail);
  });
  reader.postMessage(order, Object.values(order));
  return answer.finally(() => reader.terminate());
}
