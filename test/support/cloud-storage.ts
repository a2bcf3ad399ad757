import type { IncomingMessage, ServerResponse } from "node:http";
import { CRC32C } from "@google-cloud/storage";
import { type Listening, listen } from "./listen.ts";

/** What the stand-in holds: object name → bytes and type. */
export type Objects = Map<string, { bytes: Buffer; type: string }>;

/**
 * A stand-in for Cloud Storage's JSON API, as far as an object is written at once, read (in part) and
 * deleted: https://cloud.google.com/storage/docs/json_api/v1/objects
 */
export async function startCloudStorage(bucket: string): Promise<Listening & { objects: Objects }> {
  const objects: Objects = new Map();
  const server = await listen((request, response) => {
    answer(request, response, objects, bucket).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
  return { ...server, objects };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  objects: Objects,
  bucket: string,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://storage");
  const path = /^\/(upload\/|download\/)?(?:storage\/v1\/)?b\/([^/]+)\/o(?:\/([^/]+))?$/.exec(
    url.pathname,
  );
  if (!path || path[2] !== bucket) return refuse(response, 404, "No such bucket");
  const name = path[3] ? decodeURIComponent(path[3]) : (url.searchParams.get("name") ?? "");
  if (request.method === "POST" && path[1] === "upload/") {
    return upload(request, response, objects, name);
  }
  const found = objects.get(name);
  if (!found) return refuse(response, 404, "No such object");
  if (request.method === "DELETE") {
    objects.delete(name);
    response.writeHead(204).end();
    return;
  }
  read(request, response, found);
}

async function upload(
  request: IncomingMessage,
  response: ServerResponse,
  objects: Objects,
  name: string,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { bytes, metadata } = related(Buffer.concat(chunks), request.headers["content-type"] ?? "");
  objects.set(name, { bytes, type: metadata.contentType ?? "" });
  const crc32c = new CRC32C();
  crc32c.update(bytes);
  const object = { name, size: `${bytes.length}`, crc32c: crc32c.toString(), ...metadata };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(object));
}

/** The two parts of a multipart/related upload: metadata, then bytes. */
function related(body: Buffer, type: string) {
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1] ?? "";
  const text = body.toString("latin1");
  const [, first = "", second = ""] = text.split(`--${boundary}`);
  const content = (part: string) => part.slice(part.indexOf("\r\n\r\n") + 4).replace(/\r\n$/, "");
  const metadata: { name?: string; contentType?: string } = JSON.parse(content(first));
  return { metadata, bytes: Buffer.from(content(second), "latin1") };
}

function read(
  request: IncomingMessage,
  response: ServerResponse,
  { bytes, type }: { bytes: Buffer; type: string },
): void {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
  const start = Number(from ?? 0);
  const end = to ? Number(to) : bytes.length - 1;
  const part = bytes.subarray(start, end + 1);
  const range = from ? { "content-range": `bytes ${start}-${end}/${bytes.length}` } : {};
  response.writeHead(from ? 206 : 200, { "content-type": type, ...range }).end(part);
}

function refuse(response: ServerResponse, code: number, message: string): void {
  const error = { error: { code, message, errors: [{ reason: "notFound", message }] } };
  response.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify(error));
}
