import type { Capabilities, Platform } from "@hilo/schema";
import { officeDocuments, phoneVideos, photos, voices } from "../media-types.ts";

const MB = 1024 * 1024;
const hour = 60 * 60 * 1000;

/** @see https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages */
const whatsapp: Capabilities = {
  textLength: 1600,
  segments: false,
  attachments: 1,
  media: {
    image: { maxBytes: 5 * MB, types: photos },
    audio: { maxBytes: 16 * MB, types: voices },
    video: { maxBytes: 16 * MB, types: phoneVideos },
    document: { maxBytes: 16 * MB, types: [...officeDocuments, "text/csv", "text/vcard"] },
    sticker: { maxBytes: 100 * 1024, types: ["image/webp"] },
  },
  caption: true,
  replyWindow: 24 * hour,
  exits: ["template"],
  // https://www.twilio.com/docs/content/whatsappcard
  templates: {
    categories: ["UTILITY", "MARKETING"],
    numbered: true,
    footer: true,
    files: {
      by: "address",
      types: {
        image: ["image/jpeg", "image/png"],
        video: ["video/mp4"],
        document: ["application/pdf"],
      },
    },
    buttons: { most: 10, title: 25 },
  },
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
    image: { maxBytes: 5 * MB, types: [...photos, "image/gif"] },
    audio: { maxBytes: mmsOther, types: ["audio/ogg", "audio/mpeg", "audio/mp4", "audio/amr"] },
    video: { maxBytes: mmsOther, types: phoneVideos },
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
