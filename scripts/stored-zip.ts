import { crc32 } from "node:zlib";

/** A zip archive of one uncompressed file, dated 1980-01-01. */
export function storedZip(name: string, content: string): Buffer {
  const [path, data] = [Buffer.from(name), Buffer.from(content)];
  const local = Buffer.concat([record("504b0304", [header(path, data)]), path, data]);
  const entry = Buffer.concat([
    record("504b0102", [Buffer.from([20, 0]), header(path, data), Buffer.alloc(14)]),
    path,
  ]);
  const end = record("504b0506", [
    Buffer.alloc(4),
    shorts(1, 1),
    longs(entry.length, local.length),
    Buffer.alloc(2),
  ]);
  return Buffer.concat([local, entry, end]);
}

function record(signature: string, parts: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(signature, "hex"), ...parts]);
}

// Version 2.0, no flags, stored, midnight of 1980-01-01, checksum, the two sizes, the name's length, no extra field.
function header(path: Buffer, data: Buffer): Buffer {
  return Buffer.concat([
    shorts(20, 0, 0, 0, 33),
    longs(crc32(data), data.length, data.length),
    shorts(path.length, 0),
  ]);
}

function shorts(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, i * 2);
  return bytes;
}

function longs(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes;
}
