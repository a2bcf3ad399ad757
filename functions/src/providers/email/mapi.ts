import { ByteReader } from "./byte-reader.ts";

/** The first value of each property of Outlook's, by its number; named ones are left out. */
export type Properties = ReadonlyMap<number, { type: number; value: Buffer }>;

/** The types of values (MS-OXCDATA, 2.11.1): their size in bytes, or `any` where each tells its own. */
const sizes: Readonly<Record<number, number | "any">> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  13: "any",
  20: 8,
  30: "any",
  31: "any",
  64: 8,
  72: 16,
  258: "any",
};

const several = 0x1000;

/** Reads properties as they stand in a TNEF attribute (MS-OXTNEF, 2.1.3.4); throws `RangeError` when they break off. */
export function readProperties(bytes: Uint8Array): Properties {
  const reader = new ByteReader(bytes);
  const found = new Map<number, { type: number; value: Buffer }>();
  for (let count = reader.long(); count > 0; count -= 1) {
    const type = reader.short();
    const id = reader.short();
    if (id >= 0x8000) skipName(reader);
    const [value] = valuesOf(reader, type);
    if (value && id < 0x8000 && !found.has(id)) found.set(id, { type, value });
  }
  return found;
}

function skipName(reader: ByteReader): void {
  reader.take(16);
  const named = reader.long() === 1;
  const length = named ? reader.long() : 4;
  reader.take(named ? padded(length) : length);
}

function valuesOf(reader: ByteReader, type: number): Buffer[] {
  const size = sizes[type & ~several];
  if (size === undefined) throw new RangeError("Nobody knows a value of this type.");
  const count = type & several || size === "any" ? reader.long() : 1;
  const values: Buffer[] = [];
  for (let left = count; left > 0; left -= 1) values.push(readValue(reader, size));
  return values;
}

function readValue(reader: ByteReader, size: number | "any"): Buffer {
  if (size !== "any") return reader.take(size);
  const length = reader.long();
  return reader.take(padded(length)).subarray(0, length);
}

/** Everything stands at multiples of four. */
function padded(length: number): number {
  return length + ((4 - (length % 4)) % 4);
}
