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

/** A text and its files as messages: one, or two where the channel carries no such text beside a file. */
export function parcelsOf<F extends { type: string }>(
  text: string,
  files: readonly F[],
  limits: Limits,
): Parcel<F>[] {
  const first = files[0];
  if (!first) return [{ text, files }];
  const kind = carriedAs(first.type, limits.media);
  const named = kind ? { kind } : {};
  if (text === "" || isCaption(text, kind, limits)) return [{ ...named, text, files }];
  return [
    { ...named, text: "", files },
    { text, files: [] },
  ];
}

function isCaption(text: string, kind: MediaKind | undefined, limits: Limits): boolean {
  const { caption, captionLength = Number.POSITIVE_INFINITY } = limits;
  // Where a message is one file, sounds and stickers go alone; elsewhere they are attached to the text.
  const alone = kind === "sticker" || (kind === "audio" && limits.attachments === 1);
  return caption && !alone && lengthOf(text, limits) <= captionLength;
}
