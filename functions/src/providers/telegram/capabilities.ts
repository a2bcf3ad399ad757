import type { Capabilities, Platform } from "@hilo/schema";
import { officeDocuments, openDocuments, pictures, sounds, videos } from "../media-types.ts";

const MB = 1024 * 1024;

/** @see https://core.telegram.org/bots/api#sending-files and https://core.telegram.org/bots/api#sendmessage */
const telegram: Capabilities = {
  textLength: 4096,
  captionLength: 1024,
  segments: false,
  attachments: 1,
  media: {
    image: { maxBytes: 10 * MB, types: pictures },
    audio: { maxBytes: 50 * MB, types: sounds },
    video: { maxBytes: 50 * MB, types: videos },
    document: {
      maxBytes: 50 * MB,
      types: [...officeDocuments, ...openDocuments, "text/csv", "text/vcard", "application/zip"],
    },
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
