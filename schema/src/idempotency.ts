import * as z from "zod";
import { Time } from "./time.ts";

/** `workspaces/{w}/idempotency/{hash(actor, key)}`: the answer a request with an Idempotency-Key got, for 24 hours. */
export const IdempotentAnswer = z.object({
  /** Method, path and a hash of the body: the same key for another request is an error. */
  request: z.string(),
  /** Absent while the first request is still running. */
  status: z.number().int().optional(),
  body: z.string().optional(),
  /** Firestore's TTL policy deletes the document after this. */
  expiresAt: Time,
});
export type IdempotentAnswer = z.infer<typeof IdempotentAnswer>;
