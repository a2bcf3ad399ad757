import * as z from "zod";
import { Millis } from "../time.ts";

/**
 * What the caller saw of the fields that a PATCH changes: whoever changed one since is not overwritten unseen (409
 * `changed`). Of a map, only its parts that are changed. Left out, nothing is compared.
 */
export function seenOf<Field extends string>(...fields: readonly [Field, ...Field[]]) {
  return z.partialRecord(z.enum(fields), z.unknown()).optional();
}

/** A field that is no longer as the caller saw it: its path, what it is now, and who made it so when, where that is known. */
export const ChangedField = z.object({
  field: z.string(),
  value: z.unknown(),
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  at: Millis.nullable(),
});
export type ChangedField = z.infer<typeof ChangedField>;
