import type { Capabilities, MediaKind } from "@hilo/schema";
import { carriedAs } from "@hilo/schema/capabilities";

/** How long a text is by the channel's own measure: UTF-16 code units, or bytes of UTF-8. */
export function lengthOf(text: string, { textInBytes }: Pick<Capabilities, "textInBytes">): number {
  return textInBytes ? new TextEncoder().encode(text).length : text.length;
}

/** What goes out as one message. */
export type OneMessage<F> = { kind?: MediaKind; text: string; files: readonly F[] };

type Limits = Pick<
  Capabilities,
  "media" | "attachments" | "caption" | "captionLength" | "textInBytes"
>;

/**
 * A text and its files as messages, no more files in each than the channel carries. Where a message is one file, each
 * may have a caption of its own. The text goes beside the first that could have one, when that has none of its own, or
 * else after all of them; so does a caption that its file cannot have, right after it.
 */
export function asMessages<F extends { type: string }>(
  text: string,
  files: readonly F[],
  limits: Limits,
  captions: readonly string[] = [],
): OneMessage<F>[] {
  if (files.length === 0) return [{ text, files }];
  const groups = groupsOf(files, limits.attachments).map((group) => oneMessage(group, limits));
  const beside = text === "" ? -1 : groups.findIndex(({ kind }) => isCaption(text, kind, limits));
  const free = beside >= 0 && !captions[beside];
  const messages = groups.flatMap((message, index) => {
    const own = index === beside && free ? text : (captions[index] ?? "");
    if (own === "" || isCaption(own, message.kind, limits)) return [{ ...message, text: own }];
    return [message, { text: own, files: [] }];
  });
  return text === "" || free ? messages : [...messages, { text, files: [] }];
}

/** Whether a file may have a caption of its own: its message is of one file, and of a kind that has captions. */
export function takesCaption({ type }: { type: string }, limits: Limits): boolean {
  return limits.attachments === 1 && isCaption("", carriedAs(type, limits.media), limits);
}

function groupsOf<F>(files: readonly F[], most: number): F[][] {
  const size = Math.max(1, most);
  const count = Math.ceil(files.length / size);
  return Array.from({ length: count }, (_, i) => files.slice(i * size, (i + 1) * size));
}

function oneMessage<F extends { type: string }>(
  files: readonly F[],
  { media }: Limits,
): OneMessage<F> {
  const kind = files[0] && carriedAs(files[0].type, media);
  return { ...(kind ? { kind } : {}), text: "", files };
}

function isCaption(text: string, kind: MediaKind | undefined, limits: Limits): boolean {
  const { caption, captionLength = Number.POSITIVE_INFINITY } = limits;
  // Where a message is one file, sounds and stickers go alone; elsewhere they are attached to the text.
  const alone = kind === "sticker" || (kind === "audio" && limits.attachments === 1);
  return caption && !alone && lengthOf(text, limits) <= captionLength;
}
