import type { Capabilities, Platform } from "@hilo/schema";
import { pictures } from "../media-types.ts";

const MB = 1024 * 1024;

/** @see https://docs.x.com/x-api/direct-messages/manage/introduction and https://docs.x.com/x-api/media/introduction */
const x: Capabilities = {
  textLength: 10_000,
  segments: false,
  attachments: 1,
  media: {
    image: { maxBytes: 5 * MB, types: pictures },
    video: { maxBytes: 512 * MB, types: ["video/mp4"] },
  },
  caption: true,
  replyWindow: null,
  exits: [],
  replyTo: false,
  statuses: ["sent", "read"],
  canStart: true,
};

export const capabilities: Partial<Record<Platform, Capabilities>> = { x };
