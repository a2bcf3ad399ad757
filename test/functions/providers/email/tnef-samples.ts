/** Writes Outlook's own form of a mail (MS-OXTNEF). */

type Value = { id: number; type: number; value: Buffer };
export type TnefFile = { title: string; bytes?: Buffer; properties?: Value[] };
export type TnefMail = { codepage?: number; properties?: Value[]; files?: TnefFile[] };

const long = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const short = (value: number) => long(value).subarray(0, 2);
const padded = (bytes: Buffer) =>
  Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

export const wide = (id: number, text: string): Value => ({
  id,
  type: 31,
  value: Buffer.from(`${text}\0`, "utf16le"),
});
export const narrow = (id: number, bytes: Buffer | string): Value => ({
  id,
  type: 30,
  value: Buffer.concat([Buffer.from(bytes), Buffer.alloc(1)]),
});
export const binary = (id: number, value: Buffer): Value => ({ id, type: 258, value });
export const number = (id: number, value: number): Value => ({ id, type: 3, value: long(value) });
/** A mail in a mail: what it is, then itself. */
export const object = (value: Buffer): Value => ({
  id: 0x3701,
  type: 13,
  value: Buffer.concat([Buffer.from("0703020000000000c000000000000046", "hex"), value]),
});

function properties(values: readonly Value[]): Buffer {
  const written = values.map(({ id, type, value }) =>
    Buffer.concat([
      short(type),
      short(id),
      ...(type === 3 ? [value] : [long(1), long(value.length), padded(value)]),
    ]),
  );
  return Buffer.concat([long(values.length + 1), named, ...written]);
}

/** A property that goes by a name, as every mail of Outlook's has some. */
const named = Buffer.concat([
  short(30),
  short(0x8001),
  Buffer.alloc(16),
  long(1),
  long(6),
  padded(Buffer.from("Ab\0", "utf16le")),
  long(1),
  long(3),
  padded(Buffer.from("xyz")),
]);

function attribute(level: number, id: number, value: Buffer): Buffer {
  const sum = value.reduce((total, byte) => (total + byte) & 0xffff, 0);
  return Buffer.concat([Buffer.from([level]), long(id), long(value.length), value, short(sum)]);
}

export function tnef({ codepage = 1252, properties: message, files = [] }: TnefMail): Buffer {
  return Buffer.concat([
    Buffer.from("789f3e220100", "hex"),
    attribute(1, 0x00089006, long(0x10000)),
    attribute(1, 0x00069007, Buffer.concat([long(codepage), long(0)])),
    ...(message ? [attribute(1, 0x00069003, properties(message))] : []),
    ...files.flatMap(({ title, bytes, properties: own }) => [
      attribute(2, 0x00069002, Buffer.alloc(14)),
      attribute(2, 0x00018010, Buffer.from(`${title}\0`, "latin1")),
      ...(bytes ? [attribute(2, 0x0006800f, bytes)] : []),
      ...(own ? [attribute(2, 0x00069005, properties(own))] : []),
    ]),
  ]);
}
