import type { Readable } from "node:stream";
import type { RawRequest } from "../adapter.ts";

/** A part of a form with its bytes, since each field may be in a charset of its own. */
type Part = { bytes: Buffer<ArrayBuffer>; type: string; filename: string };

/** A form, in either encoding. */
export type Form = {
  /** The text of a field, by its bytes and the charset told. */
  text(name: string, charset?: string): string;
  bytes(name: string): Buffer<ArrayBuffer> | undefined;
  files: { field: string; name: string; type: string; bytes: Buffer<ArrayBuffer> }[];
};

/** Reads a posted form; throws when a multipart body breaks off. */
export async function readForm(request: RawRequest): Promise<Form> {
  const type = request.headers["content-type"] ?? "";
  const parts = /^multipart\//i.test(type) ? await partsOf(request, type) : pairsOf(request);
  const { readText } = await import("./charset.ts");
  const fields = new Map(parts.filter(([, part]) => part.filename === ""));
  return {
    text: (name, charset) => readText(fields.get(name)?.bytes ?? Buffer.of(), charset),
    bytes: (name) => fields.get(name)?.bytes,
    files: parts
      .filter(([, part]) => part.filename !== "")
      .map(([field, part]) => ({ field, name: part.filename, ...part })),
  };
}

/** A mail as it is may be in any charset: its bytes are kept. */
function pairsOf({ rawBody }: RawRequest): [string, Part][] {
  const pairs: [string, Part][] = [];
  for (let at = 0; at < rawBody.length; ) {
    const next = rawBody.indexOf("&", at);
    const pair = rawBody.subarray(at, next < 0 ? rawBody.length : next);
    if (pair.length > 0) pairs.push(pairOf(pair));
    at += pair.length + 1;
  }
  return pairs;
}

function pairOf(pair: Buffer): [string, Part] {
  const sign = pair.indexOf("=");
  const end = sign < 0 ? pair.length : sign;
  const bytes = unescaped(pair.subarray(end + 1));
  return [unescaped(pair.subarray(0, end)).toString(), { bytes, type: "text/plain", filename: "" }];
}

const [plus, space, percent] = [0x2b, 0x20, 0x25];

/** @see https://url.spec.whatwg.org/#urlencoded-parsing */
function unescaped(escaped: Buffer): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(escaped.length);
  let size = 0;
  for (let at = 0; at < escaped.length; at += 1, size += 1) {
    const byte = escaped[at] ?? 0;
    const code = byte === percent ? escaped.toString("latin1", at + 1, at + 3) : "";
    const isCode = /^[0-9a-f]{2}$/i.test(code);
    if (isCode) bytes[size] = Number.parseInt(code, 16);
    else bytes[size] = byte === plus ? space : byte;
    if (isCode) at += 2;
  }
  return bytes.subarray(0, size);
}

/** Fields come as Latin-1, which keeps their bytes as they are; one whose part names a charset comes decoded. */
async function partsOf({ rawBody }: RawRequest, type: string): Promise<[string, Part][]> {
  const { default: busboy } = await import("busboy");
  const reader = busboy({
    headers: { "content-type": type },
    defParamCharset: "utf8",
    defCharset: "latin1",
    limits: { parts: 2000, fieldNameSize: 200, fieldSize: rawBody.length },
  });
  const fields: [string, Part][] = [];
  const files: Promise<[string, Part]>[] = [];
  reader.on("field", (name, value, { mimeType }) => {
    fields.push([name, { bytes: bytesOf(value), type: mimeType, filename: "" }]);
  });
  reader.on("file", (name, stream, { filename, mimeType }) => {
    const named = filename || "file";
    const file = collect(stream).then((bytes): [string, Part] => [
      name,
      { bytes, type: mimeType, filename: named },
    ]);
    // A body that breaks off is told once, by the reader.
    file.catch(() => undefined);
    files.push(file);
  });
  await new Promise<void>((resolve, reject) => {
    reader.on("close", resolve).on("error", reject).end(rawBody);
  });
  return [...fields, ...(await Promise.all(files))];
}

function bytesOf(value: string): Buffer<ArrayBuffer> {
  const decoded = /[^\0-\xff]/.test(value);
  return Buffer.from(value, decoded ? "utf8" : "latin1");
}

async function collect(stream: Readable): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
