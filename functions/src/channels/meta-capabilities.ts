import type { Capabilities } from "@hilo/schema";

const MB = 1024 * 1024;

/**
 * What WhatsApp carries, by whichever provider that speaks Meta's API.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
export const whatsapp: Capabilities = {
  textLength: 4096,
  segments: false,
  attachments: 1,
  media: {
    image: { maxBytes: 5 * MB, types: ["image/jpeg", "image/png"] },
    audio: {
      maxBytes: 16 * MB,
      types: ["audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/amr"],
    },
    video: { maxBytes: 16 * MB, types: ["video/mp4", "video/3gpp"] },
    document: {
      maxBytes: 100 * MB,
      types: [
        "application/pdf",
        "text/plain",
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      ],
    },
    sticker: { maxBytes: 100 * 1024, types: ["image/webp"] },
  },
  caption: true,
  captionLength: 1024,
  replyWindow: 24 * 60 * 60 * 1000,
  exits: ["template"],
  replyTo: true,
  statuses: ["sent", "delivered", "read"],
  canStart: true,
  reactions: true,
  readReceipts: true,
  buttons: { most: 3, title: 20 },
  list: { most: 10, title: 24, description: 72, button: 20 },
  location: true,
  cards: true,
};
