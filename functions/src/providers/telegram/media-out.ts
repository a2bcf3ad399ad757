import type { OutboundFile, OutboundMessage } from "../adapter.ts";

/** How a file is sent: the method, its parameter, and up to which size Telegram fetches it by its address. */
export type Way = { method: string; field: string; byUrl: number; caption: boolean };

const MB = 1024 * 1024;

/** @see https://core.telegram.org/bots/api#sending-files */
const ways = {
  photo: { method: "sendPhoto", field: "photo", byUrl: 5 * MB, caption: true },
  video: { method: "sendVideo", field: "video", byUrl: 20 * MB, caption: true },
  animation: { method: "sendAnimation", field: "animation", byUrl: 20 * MB, caption: true },
  audio: { method: "sendAudio", field: "audio", byUrl: 20 * MB, caption: true },
  /** A larger one that Telegram fetches becomes a plain file. */
  voice: { method: "sendVoice", field: "voice", byUrl: MB, caption: true },
  sticker: { method: "sendSticker", field: "sticker", byUrl: 512 * 1024, caption: false },
  document: { method: "sendDocument", field: "document", byUrl: 20 * MB, caption: true },
} as const satisfies Record<string, Way>;

/** A photo may have so many bytes; a larger picture goes as a document. */
const mostPhoto = 10 * MB;

/** What Telegram plays or shows by itself; everything else goes as a document. */
const byType: Record<string, keyof typeof ways> = {
  "image/jpeg": "photo",
  "image/png": "photo",
  "image/webp": "photo",
  "image/gif": "animation",
  "video/mp4": "video",
  "audio/ogg": "voice",
  "audio/mpeg": "audio",
  "audio/mp4": "audio",
};

/** Types that Telegram fetches by address; of documents and audio it takes few. */
const fetched = new Set([
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/gif",
  "video/mp4",
  "audio/ogg",
  "audio/mpeg",
  "application/pdf",
  "application/zip",
]);

/** How the file of a message is sent. */
export function wayOf({ kind }: Pick<OutboundMessage, "kind">, file: OutboundFile): Way {
  const type = file.type.split(";")[0] ?? "";
  const name = kind === "sticker" || kind === "document" ? kind : (byType[type] ?? "document");
  const large = name === "photo" && file.size > mostPhoto;
  const way = ways[large ? "document" : name];
  const document = way.method === "sendDocument" && !/^application\/(pdf|zip)$/.test(type);
  return document || !fetched.has(type) ? { ...way, byUrl: 0 } : way;
}
