import { config } from "../config.ts";
import type { Blobs } from "./blob.ts";
import { cloudStorageBlobs } from "./cloud-storage.ts";
import { folderBlobs } from "./folder.ts";

let chosen: Blobs | undefined;

/** Cloud Storage when there is a bucket, else a folder, which only an emulator may use. */
export function blobs(): Blobs {
  chosen ??= choose();
  return chosen;
}

function choose(): Blobs {
  const { STORAGE_BUCKET, BLOBS_FOLDER, FUNCTIONS_EMULATOR } = config();
  if (STORAGE_BUCKET) return cloudStorageBlobs(STORAGE_BUCKET);
  if (FUNCTIONS_EMULATOR) return folderBlobs(BLOBS_FOLDER);
  throw new Error("Set STORAGE_BUCKET: only an emulator keeps files in a folder.");
}
