import type { Readable } from "node:stream";
import { AppError } from "../errors.ts";

/** First and last byte, both included. */
export type ByteRange = { start: number; end: number };

/** Where the bytes of files are kept. Paths are made here, such as `demo/3f2c…`, never by a user. */
export type Blobs = {
  put(path: string, bytes: Buffer, type: string): Promise<void>;
  /** Throws `notFound` before the first byte when there is no such blob. */
  read(path: string, range?: ByteRange): Promise<Readable>;
  /** A blob that is not there is removed already. */
  remove(path: string): Promise<void>;
};

/** The parts of a path; throws for anything that could lead out of the store. */
export function partsOf(path: string): string[] {
  const parts = path.split("/");
  if (parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/.test(part))) return parts;
  throw new Error("A blob's path is made of letters, digits, '.', '_' and '-'.");
}

export function noSuchBlob(cause: unknown): AppError {
  return new AppError("notFound", "This file is not there any more.", { cause });
}
