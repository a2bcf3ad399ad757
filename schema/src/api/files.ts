import * as z from "zod";
import { DocumentId } from "../id.ts";
import { fileRoutes } from "../routes/files.ts";
import { plain } from "../text.ts";
import type { EndpointsOf } from "./endpoint.ts";

export const UploadedFile = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
});
export type UploadedFile = z.infer<typeof UploadedFile>;

export const fileEndpoints = {
  uploadFile: {
    ...fileRoutes.uploadFile,
    summary:
      "Upload one file (multipart/form-data, field 'file'; query 'channelId' checks it against that channel)",
    query: z.object({ channelId: DocumentId.optional() }),
    response: UploadedFile,
    status: 201,
  },
  linkFiles: {
    ...fileRoutes.linkFiles,
    summary: "Links to files, signed for at most 15 minutes",
    query: z.object({ ids: plain(4000).min(1) }),
    response: z.object({ links: z.record(z.string(), z.string()), expires: z.number().int() }),
  },
  linkHeldFile: {
    ...fileRoutes.linkHeldFile,
    summary: "A link to a file that is held back as dangerous to open, signed for a minute",
    response: z.object({ link: z.string(), expires: z.number().int() }),
  },
} as const satisfies EndpointsOf<typeof fileRoutes>;
