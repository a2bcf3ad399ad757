import * as z from "zod";
import { Time } from "./time.ts";

/** `workspaces/{w}/deadLetters/{id}`: something a provider sent, signed, that could not be used as it was. */
export const DeadLetter = z.object({
  channelId: z.string(),
  provider: z.string(),
  reason: z.string(),
  contentType: z.string(),
  /** The body as it came, up to 256 KiB. */
  body: z.string(),
  query: z.record(z.string(), z.string()),
  receivedAt: Time,
});
export type DeadLetter = z.infer<typeof DeadLetter>;
