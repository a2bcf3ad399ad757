export type Fields = Readonly<Record<string, unknown>>;

/** The steps of a path, such as settings.phoneNumberId; names of the second level may have points in them. */
export function stepsOf(path: string): string[] {
  const [whole = "", ...rest] = path.split(".");
  return rest.length > 0 ? [whole, rest.join(".")] : [whole];
}

/** The value of a field by its path. */
export function valueAt(fields: Fields, path: string): unknown {
  return stepsOf(path).reduce<unknown>((at, name) => (isMap(at) ? at[name] : undefined), fields);
}

export function isMap(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
