import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import busboy from "busboy";
import { AppError } from "../platform/errors.ts";
import type { Received } from "../platform/handlers.ts";
import { bodyStream, refuseLength } from "../platform/request.ts";
import { tooLarge } from "./files.ts";

/** What the parts' headers and small fields may add to the file's own size. */
const envelopeBytes = 100_000;

/** The file of the field `file` of a multipart form; throws `wrongType`, `badRequest` and `tooLarge`. */
export async function receiveUpload(request: IncomingMessage, maxBytes: number): Promise<Received> {
  const type = request.headers["content-type"] ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) {
    throw new AppError("wrongType", "Send the file as multipart/form-data.");
  }
  refuseLength(request, maxBytes + envelopeBytes);
  const body = bodyStream(request);
  const form = openForm(request, maxBytes);
  try {
    return await read(body, form, maxBytes);
  } finally {
    body.unpipe(form);
    form.destroy();
  }
}

function openForm(request: IncomingMessage, maxBytes: number): busboy.Busboy {
  const fileSize = maxBytes + 1; // The library cuts at the limit itself, also a file of just that size.
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: "utf8",
      limits: { fileSize, files: 1, fields: 5, fieldSize: 10_000, headerPairs: 50 },
    });
  } catch {
    throw unreadable();
  }
}

function read(body: Readable, form: busboy.Busboy, maxBytes: number): Promise<Received> {
  return new Promise((resolve, reject) => {
    let received: Received | undefined;
    form.on("file", (field, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("limit", () => reject(tooLarge(maxBytes)));
      stream.on("error", () => reject(unreadable()));
      stream.on("end", () => {
        const name = filename ?? "";
        if (field === "file") received = { bytes: Buffer.concat(chunks), name, type: mimeType };
      });
    });
    form.on("close", () => (received ? resolve(received) : reject(unreadable())));
    form.on("error", () => reject(unreadable()));
    body.on("error", () => reject(unreadable()));
    body.pipe(form);
  });
}

function unreadable(): AppError {
  return new AppError("badRequest", "The form cannot be read, or has no field named file.");
}
