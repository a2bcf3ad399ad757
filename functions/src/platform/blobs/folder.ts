import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { newId } from "../clock.ts";
import { type Blobs, type ByteRange, noSuchBlob, partsOf } from "./blob.ts";

/** Blobs as files of a folder, for emulators and tests: it outlives no instance. */
export function folderBlobs(folder: string): Blobs {
  const placeOf = (path: string) => join(resolve(folder), ...partsOf(path));
  return {
    put: (path, bytes) => write(placeOf(path), bytes),
    read: (path, range) => openForReading(placeOf(path), range),
    remove: (path) => rm(placeOf(path), { force: true }),
  };
}

/** Written beside its place and then renamed, so that nobody reads half a file. */
async function write(place: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  const draft = `${place}.${newId()}.part`;
  try {
    await writeFile(draft, bytes, { flag: "wx" });
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function openForReading(place: string, range?: ByteRange): Promise<Readable> {
  const handle = await opened(place);
  return createReadStream(place, { fd: handle, ...range });
}

async function opened(place: string): Promise<FileHandle> {
  try {
    return await open(place, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw noSuchBlob(error);
    throw error;
  }
}
