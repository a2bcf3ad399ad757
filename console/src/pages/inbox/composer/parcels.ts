import type { Capabilities, MediaKind } from "@hilo/schema";
import { carriedAs } from "@hilo/schema/capabilities";

/** How long a text is by the channel's own measure: UTF-16 code units, or bytes of UTF-8. */
export function lengthOf(text: string, { textInBytes }: Pick<Capabilities, "textInBytes">): number {
  return textInBytes ? new TextEncoder().encode(text).length : text.length;
}

/** What goes out as one message. */
export type Parcel<F> = { kind?: MediaKind; text: string; files: readonly F[] };

type Limits = Pick<
  Capabilities,
  "media" | "attachments" | "caption" | "captionLength" | "textInBytes"
>;

/**
 * A text and its files as messages, no more files in each than the channel carries. The text goes beside the first
 * that can have it, or after all of them where none can.
 */
export function parcelsOf<F extends { type: string }>(
  text: string,
  files: readonly F[],
  limits: Limits,
): Parcel<F>[] {
  if (files.length === 0) return [{ text, files }];
  const parcels = groupsOf(files, limits.attachments).map((group) => parcelOf(group, limits));
  if (text === "") return parcels;
  const beside = parcels.find(({ kind }) => isCaption(text, kind, limits));
  if (!beside) return [...parcels, { text, files: [] }];
  return parcels.map((one) => (one === beside ? { ...one, text } : one));
}

function groupsOf<F>(files: readonly F[], most: number): F[][] {
  const size = Math.max(1, most);
  const count = Math.ceil(files.length / size);
  return Array.from({ length: count }, (_, i) => files.slice(i * size, (i + 1) * size));
}

function parcelOf<F extends { type: string }>(files: readonly F[], { media }: Limits): Parcel<F> {
  const kind = files[0] && carriedAs(files[0].type, media);
  return { ...(kind ? { kind } : {}), text: "", files };
}

function isCaption(text: string, kind: MediaKind | undefined, limits: Limits): boolean {
  const { caption, captionLength = Number.POSITIVE_INFINITY } = limits;
  // Where a message is one file, sounds and stickers go alone; elsewhere they are attached to the text.
  const alone = kind === "sticker" || (kind === "audio" && limits.attachments === 1);
  return caption && !alone && lengthOf(text, limits) <= captionLength;
}
