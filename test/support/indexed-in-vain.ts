import { collections } from "@hilo/schema";
import * as z from "zod";
import type { Indexes, Need } from "./indexes.ts";

/** The fields of a shape; of several shapes, all of them. */
function fieldsOf(shape: z.ZodType): string[] {
  if (shape instanceof z.ZodUnion)
    return shape.options.flatMap((one) => fieldsOf(one as z.ZodType));
  return shape instanceof z.ZodObject ? Object.keys(shape.shape) : [];
}

/** Fields of a collection that cost an index entry with each write, and that no query or composite index names. */
export function indexedInVain(
  name: keyof typeof collections,
  needs: readonly Need[],
  held: Indexes,
): string[] {
  const group = name.split("/").at(-1);
  const composite = held.indexes.filter(({ collectionGroup }) => collectionGroup === group);
  const exempt = held.fieldOverrides?.filter(({ collectionGroup }) => collectionGroup === group);
  const known = [
    ...needs
      .filter(({ collection }) => collection === group)
      .flatMap(({ filters, orders }) => [...filters, ...orders].map(({ field }) => field)),
    ...composite.flatMap(({ fields }) => fields.map(({ fieldPath }) => fieldPath)),
    ...(exempt ?? []).map(({ fieldPath }) => fieldPath),
  ].map((field) => field.split(".")[0]);
  return fieldsOf(collections[name].shape).filter((field) => !known.includes(field));
}
