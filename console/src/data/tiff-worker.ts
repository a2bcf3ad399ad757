import { answering } from "./converting-worker.ts";
import { tiffPixels } from "./tiff.ts";

answering(({ bytes }) => tiffPixels(bytes));
