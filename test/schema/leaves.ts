import * as z from "zod";

/** A text somewhere in a schema, and where; the entries of a record and the items of a list are `*`. */
export type Leaf = { path: string; schema: z.ZodType };

const inside = ["innerType", "element", "valueType", "in"] as const;

/** Every place of a schema that takes a text of somebody's own. */
export function textsOf(schema: z.ZodType, path: string): Leaf[] {
  const def = schema.def as unknown as Record<string, unknown> & { type: string };
  if (def.type === "string") return [{ path, schema }];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, one]) =>
      textsOf(one as z.ZodType, `${path}.${key}`),
    );
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((one) => textsOf(one as z.ZodType, path));
  const isMany = def.type === "array" || def.type === "record";
  const parts = inside.flatMap((name) => (def[name] ? [def[name] as z.ZodType] : []));
  const keys = def.keyType ? textsOf(def.keyType as z.ZodType, `${path}.(key)`) : [];
  return [...keys, ...parts.flatMap((one) => textsOf(one, isMany ? `${path}.*` : path))];
}
