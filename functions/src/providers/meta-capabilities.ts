import type { Capabilities } from "@hilo/schema";
import { officeDocuments, phoneVideos, photos, voices } from "./media-types.ts";

const MB = 1024 * 1024;

/**
 * What WhatsApp carries, by whichever provider that speaks Meta's API.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
export const whatsapp = {
  textLength: 4096,
  segments: false,
  attachments: 1,
  media: {
    image: { maxBytes: 5 * MB, types: photos },
    audio: { maxBytes: 16 * MB, types: voices },
    video: { maxBytes: 16 * MB, types: phoneVideos },
    document: { maxBytes: 100 * MB, types: officeDocuments },
    sticker: { maxBytes: 100 * 1024, types: ["image/webp"] },
  },
  caption: true,
  captionLength: 1024,
  replyWindow: 24 * 60 * 60 * 1000,
  exits: ["template"],
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
  templates: {
    categories: ["UTILITY", "MARKETING"],
    footer: true,
    files: {
      by: "upload",
      types: {
        image: ["image/jpeg", "image/png"],
        video: ["video/mp4"],
        document: ["application/pdf"],
      },
    },
    buttons: { most: 10, title: 25 },
  },
  replyTo: true,
  statuses: ["sent", "delivered", "read"],
  canStart: true,
  reactions: true,
  readReceipts: true,
  buttons: { most: 3, title: 20 },
  list: { most: 10, title: 24, description: 72, button: 20 },
  location: true,
  cards: true,
} satisfies Capabilities;
