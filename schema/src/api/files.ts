import * as z from "zod";
import { DocumentId } from "../id.ts";
import { plain } from "../text.ts";
import type { Endpoint } from "./endpoint.ts";

export const UploadedFile = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
});
export type UploadedFile = z.infer<typeof UploadedFile>;

export const fileEndpoints = {
  uploadFile: {
    method: "POST",
    path: "/files",
    summary:
      "Upload one file (multipart/form-data, field 'file'; query 'channelId' checks it against that channel)",
    permission: "files.use",
    apiKey: true,
    query: z.object({ channelId: DocumentId.optional() }),
    response: UploadedFile,
    status: 201,
  },
  linkFiles: {
    method: "GET",
    path: "/files/links",
    summary: "Links to files, signed for at most 15 minutes",
    permission: "files.use",
    apiKey: true,
    query: z.object({ ids: plain(4000).min(1) }),
    response: z.object({ links: z.record(z.string(), z.string()), expires: z.number().int() }),
  },
  linkHeldFile: {
    method: "POST",
    path: "/files/{fileId}/held-link",
    summary: "A link to a file that is held back as dangerous to open, signed for a minute",
    permission: "files.release",
    response: z.object({ link: z.string(), expires: z.number().int() }),
  },
} as const satisfies Record<string, Endpoint>;
