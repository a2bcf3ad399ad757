import type { Capabilities, Platform } from "@hilo/schema";

const MB = 1024 * 1024;
const hour = 60 * 60 * 1000;

const documents = [
  "application/pdf",
  "text/plain",
  "text/csv",
  "text/vcard",
  "application/msword",
  "application/vnd.ms-excel",
  "application/vnd.ms-powerpoint",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
];

/** @see https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages */
const whatsapp: Capabilities = {
  textLength: 1600,
  segments: false,
  attachments: 1,
  media: {
    image: { maxBytes: 5 * MB, types: ["image/jpeg", "image/png"] },
    audio: {
      maxBytes: 16 * MB,
      types: ["audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/amr"],
    },
    video: { maxBytes: 16 * MB, types: ["video/mp4", "video/3gpp"] },
    document: { maxBytes: 16 * MB, types: documents },
    sticker: { maxBytes: 100 * 1024, types: ["image/webp"] },
  },
  caption: true,
  replyWindow: 24 * hour,
  exits: ["template"],
  numberedVariables: true,
  replyTo: false,
  statuses: ["sent", "delivered", "read"],
  canStart: true,
};

const mmsOther = 500 * 1024;

/** @see https://www.twilio.com/docs/messaging/guides/accepted-mime-types */
const sms: Capabilities = {
  textLength: 1600,
  segments: true,
  attachments: 10,
  media: {
    image: { maxBytes: 5 * MB, types: ["image/jpeg", "image/png", "image/gif"] },
    audio: { maxBytes: mmsOther, types: ["audio/ogg", "audio/mpeg", "audio/mp4", "audio/amr"] },
    video: { maxBytes: mmsOther, types: ["video/mp4", "video/3gpp"] },
    document: { maxBytes: mmsOther, types: ["application/pdf", "text/vcard", "text/csv"] },
  },
  caption: true,
  replyWindow: null,
  exits: [],
  replyTo: false,
  statuses: ["sent", "delivered"],
  canStart: true,
};

/** Calls are told of, and nothing is sent. */
const voice: Capabilities = {
  textLength: 1,
  segments: false,
  attachments: 0,
  media: {},
  caption: false,
  replyWindow: null,
  exits: [],
  replyTo: false,
  statuses: [],
  canStart: false,
  readOnly: true,
};

export const capabilities: Partial<Record<Platform, Capabilities>> = { whatsapp, sms, voice };
