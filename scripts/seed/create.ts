import type { z } from "zod";
import { commit, type DocumentReference, db } from "../../functions/src/platform/firestore.ts";

/** Creates a document in the shape of its schema; one that is there already stays as it is. */
export async function createMissing<S extends z.ZodType<object>>(
  reference: DocumentReference,
  schema: S,
  value: z.input<S>,
): Promise<void> {
  await commit(db().batch().create(reference, schema.parse(value)));
}
