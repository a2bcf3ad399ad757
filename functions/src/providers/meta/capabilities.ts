import type { Capabilities, Platform } from "@hilo/schema";
import { officeDocuments, openDocuments, photos, pictures, webVideos } from "../media-types.ts";
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

const instagramAudio = ["audio/mp4", "audio/aac", "audio/wav"];
const messengerAudio = [...instagramAudio, "audio/mpeg", "audio/ogg"];

/** @see https://developers.facebook.com/docs/messenger-platform/reference/send-api and …/send-messages */
const messenger: Capabilities = {
  ...page,
  textLength: 2000,
  media: {
    image: { maxBytes: 25 * MB, types: pictures },
    audio: { maxBytes: 25 * MB, types: messengerAudio },
    video: { maxBytes: 25 * MB, types: webVideos },
    document: {
      maxBytes: 25 * MB,
      types: [...officeDocuments, ...openDocuments, "text/csv", "application/zip"],
    },
  },
  exits: ["humanAgent", "template"],
  // https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/utility-messages
  templates: {
    categories: ["UTILITY"],
    footer: false,
    files: { by: "upload", types: { image: ["image/jpeg", "image/png"] }, fixed: true },
    buttons: { most: 3, title: 20 },
  },
  replyTo: true,
  statuses: ["sent", "delivered", "read"],
};

/**
 * @see https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api and
 * https://developers.facebook.com/documentation/business-messaging/instagram-messaging/features/attachment-upload
 */
const instagram: Capabilities = {
  ...page,
  textLength: 1000,
  textInBytes: true,
  media: {
    image: { maxBytes: 8 * MB, types: [...photos, "image/gif"] },
    audio: { maxBytes: 25 * MB, types: instagramAudio },
    video: { maxBytes: 25 * MB, types: webVideos },
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
