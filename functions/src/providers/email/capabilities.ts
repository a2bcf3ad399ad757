import { anyType, type Capabilities, type Platform } from "@hilo/schema";
import { officeDocuments, openDocuments, pictures, sounds, videos } from "../media-types.ts";

const MB = 1_000_000;

/**
 * Mail has no limits of its own; these are what mailboxes take: 25 MB as Base64 are 18 MB of files.
 * @see https://support.google.com/mail/answer/6584
 */
const email: Capabilities = {
  textLength: 50_000,
  segments: false,
  attachments: 10,
  media: {
    image: { maxBytes: 18 * MB, types: pictures },
    audio: { maxBytes: 18 * MB, types: sounds },
    video: { maxBytes: 18 * MB, types: videos },
    // Mail carries anything.
    document: { maxBytes: 18 * MB, types: [...officeDocuments, ...openDocuments, anyType] },
  },
  caption: true,
  replyWindow: null,
  exits: [],
  replyTo: true,
  statuses: ["sent", "delivered"],
  canStart: true,
  subject: true,
  mail: true,
};

export const capabilities: Partial<Record<Platform, Capabilities>> = { email };
