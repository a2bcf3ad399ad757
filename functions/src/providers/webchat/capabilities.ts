import { anyType, type Capabilities } from "@hilo/schema";
import { officeDocuments, pictures, webVideos } from "../media-types.ts";

const MB = 1_000_000;

/** Our own channel: the limits are what a browser shows well and a phone's connection bears. */
const webchat: Capabilities = {
  textLength: 4000,
  segments: false,
  attachments: 5,
  media: {
    image: { maxBytes: 10 * MB, types: pictures },
    audio: { maxBytes: 16 * MB, types: ["audio/ogg", "audio/mpeg", "audio/mp4", "audio/wav"] },
    video: { maxBytes: 25 * MB, types: webVideos },
    document: { maxBytes: 25 * MB, types: [...officeDocuments, anyType] },
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
  goesOnByMail: true,
};

export const capabilities = { webchat };
