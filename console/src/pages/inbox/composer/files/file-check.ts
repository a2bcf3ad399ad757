import type { Capabilities } from "@hilo/schema";
import { carriedAs } from "@hilo/schema/capabilities";

/** The most files that are sent at once; how many of them make a message is the channel's. */
export const mostFiles = 30;
/** The most files of a note. */
export const mostOfNote = 10;

/** Why a file cannot go along; `most` is the limit it breaks. */
export type Refusal =
  | { why: "empty" | "notCarried" | "noFiles" }
  | { why: "tooBig" | "tooMany"; most: number };

const aliases: Record<string, string> = {
  "audio/mp3": "audio/mpeg",
  "audio/x-m4a": "audio/mp4",
  "audio/m4a": "audio/mp4",
  "audio/opus": "audio/ogg",
  "image/jpg": "image/jpeg",
};

/** Whether a channel carries one more file besides the `staged` ones; it is checked again by the server. */
export function refusalOf(
  file: { type: string; size: number },
  staged: number,
  capabilities: Pick<Capabilities, "attachments" | "media">,
): Refusal | undefined {
  if (capabilities.attachments === 0) return { why: "noFiles" };
  if (staged >= mostFiles) return { why: "tooMany", most: mostFiles };
  if (file.size === 0) return { why: "empty" };
  const most = mostBytes(file.type, capabilities.media);
  if (most === undefined) return { why: "notCarried" };
  return file.size > most ? { why: "tooBig", most } : undefined;
}

/** A browser that knows no type for a name leaves it out: only the server, which sees the bytes, can tell then. */
function mostBytes(said: string, media: Capabilities["media"]): number | undefined {
  if (said === "" || said === "application/octet-stream")
    return Math.max(0, ...Object.values(media).map(({ maxBytes }) => maxBytes));
  const kind = carriedAs(aliases[said] ?? said, media);
  return kind && media[kind]?.maxBytes;
}
