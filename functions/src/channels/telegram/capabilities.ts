import type { Capabilities, Platform } from "@hilo/schema";

const MB = 1024 * 1024;

const documents = [
  "application/pdf",
  "application/zip",
  "text/plain",
  "text/csv",
  "text/vcard",
  "application/msword",
  "application/vnd.ms-excel",
  "application/vnd.ms-powerpoint",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.oasis.opendocument.presentation",
];

/** @see https://core.telegram.org/bots/api#sending-files and https://core.telegram.org/bots/api#sendmessage */
const telegram: Capabilities = {
  textLength: 4096,
  captionLength: 1024,
  segments: false,
  attachments: 1,
  media: {
    image: { maxBytes: 10 * MB, types: ["image/jpeg", "image/png", "image/webp", "image/gif"] },
    audio: {
      maxBytes: 50 * MB,
      types: ["audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/amr", "audio/wav"],
    },
    video: {
      maxBytes: 50 * MB,
      types: ["video/mp4", "video/3gpp", "video/quicktime", "video/webm"],
    },
    document: { maxBytes: 50 * MB, types: documents },
    sticker: { maxBytes: 512 * 1024, types: ["image/webp", "video/webm"] },
  },
  caption: true,
  replyWindow: null,
  exits: [],
  replyTo: true,
  statuses: ["sent"],
  /** Nobody can be written to who has not started the bot. */
  canStart: false,
  reactions: true,
  /** Telegram cuts the title of a button to what the screen holds. */
  buttons: { most: 10, title: 40 },
  list: { most: 10, title: 40, description: 72, button: 20 },
  location: true,
  cards: true,
};

export const capabilities: Partial<Record<Platform, Capabilities>> = { telegram };
