import type { Capabilities, Platform } from "@hilo/schema";

const MB = 1_000_000;

/** What the house stores; mail itself carries anything. */
const documents = [
  "application/pdf",
  "text/plain",
  "text/csv",
  "text/vcard",
  "text/calendar",
  "application/zip",
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

/**
 * Mail has no limits of its own; these are what mailboxes take: 25 MB as Base64 are 18 MB of files.
 * @see https://support.google.com/mail/answer/6584
 */
const email: Capabilities = {
  textLength: 50_000,
  segments: false,
  attachments: 10,
  media: {
    image: { maxBytes: 18 * MB, types: ["image/jpeg", "image/png", "image/gif", "image/webp"] },
    audio: {
      maxBytes: 18 * MB,
      types: ["audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/amr", "audio/wav"],
    },
    video: {
      maxBytes: 18 * MB,
      types: ["video/mp4", "video/3gpp", "video/quicktime", "video/webm"],
    },
    document: { maxBytes: 18 * MB, types: documents },
  },
  caption: true,
  replyWindow: null,
  exits: [],
  replyTo: true,
  statuses: ["sent", "delivered"],
  canStart: true,
  subject: true,
};

export const capabilities: Partial<Record<Platform, Capabilities>> = { email };
