import fc from "fast-check";

type Path = readonly string[];

/** Every place inside a value. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== "object") return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]))];
}

/** A copy in which another value stands at a place. */
function replaced(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  const copy: Record<string, unknown> = Array.isArray(value)
    ? Object([...value])
    : Object({ ...Object(value) });
  copy[key] = replaced(copy[key], rest, other);
  return copy;
}

/** One of these values, with any JSON in the place of one of its parts; as the bytes of a request. */
export function spoiled(bodies: readonly unknown[]): fc.Arbitrary<Buffer> {
  return fc
    .constantFrom(...bodies)
    .chain((body) => fc.tuple(fc.constant(body), fc.constantFrom(...pathsIn(body)), fc.jsonValue()))
    .map(([body, path, other]) => replaced(body, path, other))
    .map((body) => Buffer.from(JSON.stringify(body) ?? "null"));
}
