import { once } from "node:events";
import type { Readable } from "node:stream";
import type { Bucket, File } from "@google-cloud/storage";
import { type Blobs, type ByteRange, noSuchBlob, partsOf } from "./blob.ts";

/** Blobs as objects of a bucket that no client can reach. Checksums (CRC32C) are verified on the way in. */
export function cloudStorageBlobs(bucketName: string): Blobs {
  let bucket: Promise<Bucket> | undefined;
  const fileOf = async (path: string): Promise<File> => {
    bucket ??= load(bucketName);
    return (await bucket).file(partsOf(path).join("/"));
  };
  return {
    put: async (path, bytes, type) => {
      const file = await fileOf(path);
      await file.save(bytes, { contentType: type, resumable: false, validation: "crc32c" });
    },
    read: async (path, range) => openForReading(await fileOf(path), range),
    remove: async (path) => {
      await (await fileOf(path)).delete({ ignoreNotFound: true });
    },
  };
}

async function load(name: string): Promise<Bucket> {
  const { Storage } = await import("@google-cloud/storage");
  return new Storage().bucket(name);
}

/** A part of an object cannot be verified against the checksum of the whole. */
async function openForReading(file: File, range?: ByteRange): Promise<Readable> {
  const stream = file.createReadStream({ ...range, decompress: false, validation: false });
  try {
    await once(stream, "readable");
    return stream;
  } catch (error) {
    stream.destroy();
    if ((error as { code?: unknown }).code === 404) throw noSuchBlob(error);
    throw error;
  }
}
