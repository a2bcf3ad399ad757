import type { Capabilities, Platform } from "@hilo/schema";
import { whatsapp } from "../meta-capabilities.ts";

const MB = 1024 * 1024;
const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** What both platforms of pages share: a text or one file, up to 13 answers to press, a person's answer for a week. */
const page = {
  segments: false,
  attachments: 1,
  caption: false,
  replyWindow: day,
  humanAgentWindow: 7 * day,
  canStart: false,
  readReceipts: true,
  buttons: { most: 13, title: 20 },
} as const;

const audio = ["audio/mpeg", "audio/mp4", "audio/aac", "audio/wav", "audio/ogg"];
const video = ["video/mp4", "video/quicktime", "video/webm"];

/** @see https://developers.facebook.com/docs/messenger-platform/reference/send-api and …/send-messages */
const messenger: Capabilities = {
  ...page,
  textLength: 2000,
  media: {
    image: { maxBytes: 25 * MB, types: ["image/jpeg", "image/png", "image/gif", "image/webp"] },
    audio: { maxBytes: 25 * MB, types: audio },
    video: { maxBytes: 25 * MB, types: video },
    document: {
      maxBytes: 25 * MB,
      types: [
        ...(whatsapp.media.document?.types ?? []),
        "text/csv",
        "application/zip",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.presentation",
      ],
    },
  },
  exits: ["humanAgent", "utility"],
  replyTo: true,
  statuses: ["sent", "delivered", "read"],
};

/** @see https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api */
const instagram: Capabilities = {
  ...page,
  textLength: 1000,
  textInBytes: true,
  media: {
    image: { maxBytes: 8 * MB, types: ["image/jpeg", "image/png", "image/gif"] },
    audio: { maxBytes: 25 * MB, types: audio },
    video: { maxBytes: 25 * MB, types: video },
  },
  exits: ["humanAgent"],
  replyTo: false,
  statuses: ["sent", "read"],
  reactions: true,
};

export const capabilities: Partial<Record<Platform, Capabilities>> = {
  whatsapp,
  messenger,
  instagram,
};
