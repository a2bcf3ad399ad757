import type { MessageKind, RemoteFile } from "@hilo/schema";
import { mediaKindOf } from "@hilo/schema";
import type { TelegramFile, TelegramMessage } from "./wire.ts";

/** What `getFile` serves at most, in bytes; bigger files stay at Telegram. @see https://core.telegram.org/bots/api#getfile */
export const mostBytes = 20 * 1024 * 1024;

type Found = { kind: MessageKind; file: RemoteFile };

/** The file of a message and what kind of message it makes; undefined when there is none. */
export function fileOf(message: TelegramMessage): Found | undefined {
  const { animation, document, video, video_note, voice, audio } = message;
  // A moving picture is told twice: as an animation and, for older bots, as a document.
  const moving = animation && remote(animation, "video/mp4");
  if (moving) return { kind: mediaKindOf(moving.type), file: moving };
  if (document) return { kind: "document", file: remote(document, "application/octet-stream") };
  if (video) return { kind: "video", file: remote(video, "video/mp4") };
  if (video_note) return { kind: "video", file: remote(video_note, "video/mp4") };
  if (voice) return { kind: "audio", file: remote(voice, "audio/ogg") };
  if (audio) return { kind: "audio", file: remote(audio, "audio/mpeg") };
  return photoOf(message) ?? stickerOf(message);
}

/** A photo comes in several sizes, each of them whole. */
function photoOf({ photo = [] }: TelegramMessage): Found | undefined {
  const largest = photo.toSorted((a, b) => (a.file_size ?? 0) - (b.file_size ?? 0)).at(-1);
  return largest && { kind: "image", file: remote(largest, "image/jpeg") };
}

/** Animated stickers are vector drawings (TGS) that only Telegram shows: their picture stands in. */
function stickerOf({ sticker }: TelegramMessage): Found | undefined {
  if (!sticker) return undefined;
  const { is_animated, is_video, thumbnail, ...whole } = sticker;
  if (is_animated) return thumbnail && { kind: "sticker", file: picture(thumbnail) };
  const type = is_video ? "video/webm" : "image/webp";
  return { kind: "sticker", file: remote({ ...whole, mime_type: type }, type) };
}

/** Of what type a thumbnail is nobody says: the bytes will. */
function picture(thumbnail: TelegramFile): RemoteFile {
  return { ...remote(thumbnail, ""), type: "application/octet-stream" };
}

function remote(file: TelegramFile, type: string): RemoteFile {
  const tooLarge = (file.file_size ?? 0) > mostBytes;
  return {
    source: tooLarge ? "" : file.file_id,
    type: file.mime_type || type,
    ...(file.file_name ? { name: file.file_name } : {}),
    ...(file.file_size === undefined ? {} : { size: file.file_size }),
    ...(tooLarge ? { refused: "tooLarge" } : {}),
  };
}
