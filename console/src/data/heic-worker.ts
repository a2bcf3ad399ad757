import { answering } from "./converting-worker.ts";
import { heicPixels } from "./heic.ts";

answering(({ bytes, wasm }) => heicPixels(bytes, wasm ?? new ArrayBuffer()));
