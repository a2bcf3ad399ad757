import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import {
  type Capabilities,
  carriedAs,
  type Danger,
  DocumentId,
  StoredFile,
  type UploadedFile,
} from "@hilo/schema";
import type { z } from "zod";
import { audit, type Doer } from "../audit/audit.ts";
import { blobs } from "../platform/blobs/blobs.ts";
import { newId, now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { commit, db, FieldValue, read } from "../platform/firestore.ts";
import { unknownType } from "./file-types.ts";
import { type Recognized, recognize } from "./recognize.ts";
import { records } from "./store.ts";

export { linkTo } from "./links.ts";

/** The largest file of any channel, in bytes. */
export const largestBytes = 25_000_000;

/** What a channel carries: the largest size and the types, by kind. */
export type MediaLimits = Capabilities["media"];

export type Upload = {
  bytes: Buffer;
  name: string;
  /** What the sender says it is. */
  type?: string | undefined;
  /** Who brought it: a member's uid, or the conversation it came with. */
  by: string;
  /** The contacts whom it is about, where they are known. */
  about?: string[];
  /** The id to keep it under, so that a repeated task keeps it once; a fresh one when left out. */
  id?: string;
  limits?: MediaLimits | undefined;
  /** Removed after a day, unless a message has taken it by then. */
  pending?: boolean;
  /** Whose doing it was, when somebody asked for it through the API. */
  doer?: Doer;
};

/** A file that is kept, and why it is held back, if so. */
export type KeptFile = UploadedFile & { held?: Danger | undefined };

/**
 * Keeps a file that somebody uploads: its type is what the bytes say, its place a generated name.
 * Throws `empty`, `tooLarge`, `wrongType` and `dangerous`.
 */
export async function saveFile(workspaceId: string, upload: Upload): Promise<UploadedFile> {
  const { bytes, limits } = upload;
  if (bytes.length > largestBytes) throw tooLarge(largestBytes);
  const known = await recognizeAny(upload);
  if (known.held) throw dangerous(known.held);
  if (limits) checkLimits(known.type, bytes.length, limits);
  return keepFile(workspaceId, upload, known);
}

/**
 * Keeps a file that came in, whatever its label says and whatever it is: nobody could be asked for it again.
 * Throws `empty` only.
 */
export async function receiveFile(workspaceId: string, upload: Upload): Promise<KeptFile> {
  return keepFile(workspaceId, upload, await recognizeAny(upload));
}

async function recognizeAny({ bytes, name, type }: Upload): Promise<Recognized> {
  if (bytes.length === 0) throw new AppError("empty", "The file is empty.");
  return recognize(bytes, name, type);
}

function dangerous(danger: Danger): AppError {
  return new AppError("dangerous", `What may do harm when opened cannot be sent: ${danger}.`);
}

async function keepFile(
  workspaceId: string,
  { bytes, by, about = [], id = newId(), doer, pending }: Upload,
  { type, name, held }: Recognized,
): Promise<KeptFile> {
  const file = { name, type, size: bytes.length, ...(held ? { held } : {}) };
  await blobs().put(placeOf(workspaceId, id), bytes, held ? unknownType : type);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const createdAt = new Date(now());
  const waiting = pending ? { pendingSince: createdAt } : {};
  const whose = about.length > 0 ? { by, about } : { by };
  await keepRecord(workspaceId, id, { ...file, sha256, ...whose, createdAt, ...waiting }, doer);
  return { id, ...file };
}

/** The place of a file's bytes in the blob store. */
export function placeOf(workspaceId: string, fileId: string): string {
  return `${workspaceId}/${fileId}`;
}

type KeptRecord = z.input<typeof StoredFile>;

async function keepRecord(workspaceId: string, id: string, file: KeptRecord, doer?: Doer) {
  const batch = db().batch();
  batch.create(records(workspaceId).doc(id), file);
  if (doer) {
    const { type, size } = file;
    audit(batch, doer, "files.upload", `files/${id}`, { type: { to: type }, size: { to: size } });
  }
  await commit(batch);
}

function checkLimits(type: string, size: number, limits: MediaLimits): void {
  const kind = carriedAs(type, limits);
  const limit = kind && limits[kind];
  if (!limit) throw new AppError("wrongType", "This channel does not carry files of this type.");
  if (size > limit.maxBytes) throw tooLarge(limit.maxBytes);
}

export function tooLarge(maxBytes: number): AppError {
  const most = maxBytes < 1_000_000 ? `${maxBytes / 1000} kB` : `${maxBytes / 1_000_000} MB`;
  return new AppError("tooLarge", `The file is too large: ${most} is the most.`);
}

/** What is known of a file; undefined when there is none. */
export async function fileOf(workspaceId: string, fileId: string): Promise<StoredFile | undefined> {
  if (!DocumentId.safeParse(fileId).success) return undefined;
  return read(StoredFile, await records(workspaceId).doc(fileId).get());
}

/** A file that this person uploaded, kept from now on; undefined when it is not there or is another's. */
export async function takeFile(
  workspaceId: string,
  fileId: string,
  by: string,
): Promise<StoredFile | undefined> {
  const file = await fileOf(workspaceId, fileId);
  if (file?.by !== by) return undefined;
  if (!file.pendingSince) return file;
  const batch = db().batch();
  batch.update(records(workspaceId).doc(fileId), { pendingSince: FieldValue.delete() });
  return (await commit(batch)) === "written" ? file : undefined;
}

/** The bytes of a file; throws `notFound` when they are not there any more. */
export async function bytesOf(workspaceId: string, fileId: string): Promise<Buffer> {
  return buffer(await blobs().read(placeOf(workspaceId, fileId)));
}

/** The files of a message on its way out, in its order; throws `invalid` when one is not there, or not to be seen. */
export async function filesOf(
  workspaceId: string,
  fileIds: readonly string[],
  sees: (file: StoredFile) => Promise<boolean> = async () => true,
): Promise<UploadedFile[]> {
  const files = await Promise.all(
    fileIds.map(async (id) => {
      const file = await fileOf(workspaceId, id);
      return file && (await sees(file)) ? file : undefined;
    }),
  );
  return files.map((file, i) => {
    const id = fileIds[i];
    if (file && !file.held && id !== undefined)
      return { id, name: file.name, type: file.type, size: file.size };
    const details = [{ path: `attachments.${i}`, message: "There is no such file." }];
    throw new AppError("invalid", "A file is not there. Upload it again.", { details });
  });
}
