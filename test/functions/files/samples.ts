/** The beginnings that tell types apart; enough of each for its signature. */

const text = (value: string) => Buffer.from(value, "utf8");
const bytes = (...values: number[]) => Buffer.from(values);

function box(type: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length + 8);
  return Buffer.concat([size, text(type), content]);
}

function isoMedia(brand: string): Buffer {
  return Buffer.concat([
    box("ftyp", text(`${brand}\0\0\0\0${brand}isom`)),
    box("mdat", Buffer.alloc(64)),
  ]);
}

/** A ZIP archive of stored files. */
export function zip(files: Record<string, string>): Buffer {
  const entries = Object.entries(files).map(([name, content]) => {
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50);
    header.writeUInt16LE(20, 4);
    header.writeUInt32LE(content.length, 18);
    header.writeUInt32LE(content.length, 22);
    header.writeUInt16LE(name.length, 26);
    return Buffer.concat([header, text(name), text(content)]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  return Buffer.concat([...entries, end]);
}

export function officeZip(type: string, more: Record<string, string> = {}): Buffer {
  const part = `<Override PartName="/part.xml" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/>`;
  return zip({
    "[Content_Types].xml": `<?xml version="1.0"?><Types>${part}</Types>`,
    "_rels/.rels": "",
    ...more,
  });
}

const png = Buffer.concat([
  bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  bytes(0, 0, 0, 13),
  text("IHDR"),
  bytes(0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89),
  bytes(0, 0, 0, 0),
  text("IDAT"),
  Buffer.alloc(8),
]);

function ogg(codec: Buffer): Buffer {
  const page = Buffer.concat([text("OggS"), Buffer.alloc(24)]);
  return Buffer.concat([page, codec, Buffer.alloc(64)]);
}

const webm = Buffer.concat([
  bytes(0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84),
  text("webm"),
  Buffer.alloc(64),
]);

/** One sample of each type, by type. */
export const samples: Record<string, Buffer> = {
  "image/jpeg": Buffer.concat([
    bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16),
    text("JFIF\0"),
    Buffer.alloc(64),
  ]),
  "image/png": png,
  "image/webp": Buffer.concat([
    text("RIFF"),
    bytes(64, 0, 0, 0),
    text("WEBPVP8 "),
    Buffer.alloc(64),
  ]),
  "image/gif": Buffer.concat([text("GIF89a"), Buffer.alloc(64)]),
  "audio/ogg": ogg(text("OpusHead")),
  "audio/mpeg": Buffer.concat([
    text("ID3"),
    bytes(4, 0, 0, 0, 0, 0, 10),
    Buffer.alloc(10),
    bytes(0xff, 0xfb, 0x90, 0x64),
    Buffer.alloc(64),
  ]),
  "audio/mp4": isoMedia("M4A "),
  "audio/aac": Buffer.concat([bytes(0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc), Buffer.alloc(64)]),
  "audio/amr": Buffer.concat([text("#!AMR\n"), Buffer.alloc(64)]),
  "audio/wav": Buffer.concat([
    text("RIFF"),
    bytes(64, 0, 0, 0),
    text("WAVEfmt "),
    Buffer.alloc(64),
  ]),
  "video/mp4": isoMedia("mp42"),
  "video/3gpp": isoMedia("3gp5"),
  "video/quicktime": isoMedia("qt  "),
  "video/webm": webm,
  "application/pdf": text("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n"),
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": officeZip(
    "wordprocessingml.document",
  ),
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":
    officeZip("spreadsheetml.sheet"),
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": officeZip(
    "presentationml.presentation",
  ),
  "application/vnd.oasis.opendocument.text": zip({
    mimetype: "application/vnd.oasis.opendocument.text",
  }),
  "application/vnd.oasis.opendocument.spreadsheet": zip({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
  }),
  "application/vnd.oasis.opendocument.presentation": zip({
    mimetype: "application/vnd.oasis.opendocument.presentation",
  }),
  "image/heic": isoMedia("heic"),
  "image/avif": isoMedia("avif"),
  "image/tiff": Buffer.concat([bytes(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0), Buffer.alloc(64)]),
  "image/bmp": Buffer.concat([text("BM"), Buffer.alloc(64)]),
  "application/rtf": text("{\\rtf1\\ansi Hola}"),
  "application/x-rar-compressed": Buffer.concat([text("Rar!\x1a\x07\x01\0"), Buffer.alloc(64)]),
  "application/x-7z-compressed": Buffer.concat([
    bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
    Buffer.alloc(64),
  ]),
  "application/gzip": Buffer.concat([bytes(0x1f, 0x8b, 8), Buffer.alloc(64)]),
  "application/ms-tnef": Buffer.concat([bytes(0x78, 0x9f, 0x3e, 0x22), Buffer.alloc(8)]),
  "text/xml": text('<?xml version="1.0"?><DTE/>'),
  "text/plain": text("Hola, ¿cómo está?\n"),
  "text/vcard": text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Rocío\r\nEND:VCARD\r\n"),
  "application/zip": zip({ "hola.txt": "hola" }),
};

/** Word, Excel and PowerPoint of old: one container for all. */
export const compound = Buffer.concat([
  bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  Buffer.alloc(512),
]);

/** The same with parts of these names. */
export function compoundWith(...parts: string[]): Buffer {
  return Buffer.concat([compound, ...parts.map((part) => Buffer.from(`${part}\0`, "utf16le"))]);
}

/** A text in UTF-16, with its mark. */
export function wide(value: string): Buffer {
  return Buffer.from(`\uFEFF${value}`, "utf16le");
}
