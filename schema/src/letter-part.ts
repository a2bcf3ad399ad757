import * as z from "zod";
import { Time } from "./time.ts";

/** `letterParts/{letter}-{number}`: bytes of a dead letter's body that no single document could hold, in their order. */
export const LetterPart = z.object({
  bytes: z.instanceof(Uint8Array),
  /** When it is deleted by itself, with its letter. */
  expiresAt: Time,
});
export type LetterPart = z.infer<typeof LetterPart>;
