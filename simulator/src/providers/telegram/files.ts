import type { StoredFile } from "../../phones/files.ts";
import type { ThreadFile } from "../../phones/thread.ts";

type Json = Record<string, unknown>;

/** Four letters before the id of a file tell its kind, as Telegram's do. */
const prefixes = {
  photo: "AgAC",
  document: "BQAC",
  video: "BAAC",
  audio: "CQAC",
  voice: "AwAC",
  sticker: "CAAC",
  animation: "CgAC",
} as const;
export type FileKind = keyof typeof prefixes;

/** The id by which `getFile` finds a file. */
export function fileIdOf(kind: FileKind, id: string): string {
  return `${prefixes[kind]}${id}`;
}

/** The simulator's own id of a file. */
export function ownIdOf(fileId: string): string {
  return fileId.slice(4);
}

/** How a customer's phone sends a file of a type. */
export function fileKindOf(kind: string, type: string): FileKind {
  if (kind === "sticker" || kind === "document") return kind;
  if (type === "image/gif") return "animation";
  if (type.startsWith("image/")) return "photo";
  if (type.startsWith("video/")) return "video";
  if (type.startsWith("audio/ogg")) return "voice";
  return type.startsWith("audio/") ? "audio" : "document";
}

/** The part of a message that holds its file. @see https://core.telegram.org/bots/api#message */
export function fileContent(kind: FileKind, file: ThreadFile): Json {
  const file_id = fileIdOf(kind, file.id);
  const base = { file_id, file_unique_id: `AgAD${file.id.slice(-10)}`, file_size: file.size };
  const named = { ...base, file_name: file.name, mime_type: file.type };
  const size = { width: 640, height: 480 };
  switch (kind) {
    case "photo":
      return {
        photo: [
          { ...base, ...thumb(base) },
          { ...base, ...size },
        ],
      };
    case "sticker": {
      const still = { type: "regular", is_animated: false, is_video: false, emoji: "🙂" };
      return { sticker: { ...base, width: 512, height: 512, ...still } };
    }
    case "voice":
      return { voice: { ...base, duration: 3, mime_type: file.type } };
    case "audio":
      return { audio: { ...named, duration: 3 } };
    case "video":
      return { video: { ...named, ...size, duration: 5 } };
    case "animation": {
      const animation = { ...named, ...size, duration: 5 };
      return { animation, document: named };
    }
    default:
      return { document: named };
  }
}

/** A small version, which the whole file stands in for. */
function thumb({ file_size }: { file_size: number }): Json {
  return { file_size: Math.ceil(file_size / 10), width: 90, height: 67 };
}

/** Where `getFile` says a file is; the name's end tells the type. */
export function pathOf({ id, name, type }: StoredFile): string {
  const folder = type.split("/")[0] === "image" ? "photos" : "documents";
  const end = /\.\w+$/.exec(name)?.[0] ?? "";
  return `${folder}/${id}${end}`;
}
