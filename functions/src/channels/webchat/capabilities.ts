import type { Capabilities } from "@hilo/schema";

const MB = 1_000_000;
const office = "application/vnd.openxmlformats-officedocument";

const documents = [
  "application/pdf",
  "text/plain",
  "text/csv",
  "application/msword",
  "application/vnd.ms-excel",
  "application/vnd.ms-powerpoint",
  `${office}.wordprocessingml.document`,
  `${office}.spreadsheetml.sheet`,
  `${office}.presentationml.presentation`,
  "application/zip",
];

/** Our own channel: the limits are what a browser shows well and a phone's connection bears. */
const webchat: Capabilities = {
  textLength: 4000,
  segments: false,
  attachments: 5,
  media: {
    image: { maxBytes: 10 * MB, types: ["image/jpeg", "image/png", "image/webp", "image/gif"] },
    audio: { maxBytes: 16 * MB, types: ["audio/ogg", "audio/mpeg", "audio/mp4", "audio/wav"] },
    video: { maxBytes: 25 * MB, types: ["video/mp4", "video/webm", "video/quicktime"] },
    document: { maxBytes: 25 * MB, types: documents },
  },
  caption: true,
  replyWindow: null,
  exits: [],
  replyTo: true,
  statuses: ["sent", "delivered", "read"],
  canStart: false,
  buttons: { most: 10, title: 40 },
  list: { most: 10, title: 40, description: 72, button: 20 },
  location: true,
  cards: true,
};

export const capabilities = { webchat };
