import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { type OutboundFile, ProviderError } from "../adapter.ts";
import { callX } from "./api.ts";
import { explain } from "./errors.ts";
import type { XCredentials } from "./wire.ts";

/** X takes a file in parts of at most 5 MB. */
const partBytes = 4 * 1024 * 1024;

/** How long X may take to process a video before the message waits for its next try, in milliseconds. */
const patienceMs = 20_000;

const Upload = z.looseObject({
  id: z.string().min(1),
  processing_info: z
    .looseObject({ state: z.string(), check_after_secs: z.number().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
type Upload = z.infer<typeof Upload>;

/**
 * Uploads a file and gives its media id. Nothing is sent yet, so a call without an answer may simply be made again.
 * @see https://docs.x.com/x-api/media/quickstart/media-upload-chunked
 */
export async function upload(file: OutboundFile, credentials: XCredentials): Promise<string> {
  try {
    const { id } = Upload.parse(await begin(file, credentials));
    await append(id, await file.read(), file.type, credentials);
    const path = `/2/media/upload/${id}/finalize`;
    const done = Upload.parse(await callX({ method: "POST", path, json: {} }, credentials));
    await processed(done, credentials);
    return id;
  } catch (error) {
    throw failureOf(error);
  }
}

function begin({ type, size }: OutboundFile, credentials: XCredentials): Promise<unknown> {
  const family = type === "image/gif" ? "gif" : type.startsWith("video/") ? "video" : "image";
  const json = {
    media_type: type,
    total_bytes: size,
    media_category: `dm_${family}`,
    shared: false,
  };
  return callX({ method: "POST", path: "/2/media/upload/initialize", json }, credentials);
}

async function append(
  id: string,
  bytes: Buffer,
  type: string,
  credentials: XCredentials,
): Promise<void> {
  for (let at = 0, index = 0; at < bytes.length; at += partBytes, index += 1) {
    const multipart = new FormData();
    multipart.append("segment_index", String(index));
    multipart.append(
      "media",
      new Blob([new Uint8Array(bytes.subarray(at, at + partBytes))], { type }),
    );
    await callX({ method: "POST", path: `/2/media/upload/${id}/append`, multipart }, credentials);
  }
}

async function processed(begun: Upload, credentials: XCredentials): Promise<void> {
  let { processing_info: info } = begun;
  const path = `/2/media/upload?${new URLSearchParams({ command: "STATUS", media_id: begun.id })}`;
  for (let waited = 0; info && info.state !== "succeeded"; ) {
    if (info.state === "failed") throw mediaError("refused", "media:failed");
    const ms = Math.max(info.check_after_secs ?? 1, 0.2) * 1000;
    waited += ms;
    if (waited > patienceMs) throw mediaError("rateLimited", "media:pending");
    await pause(ms);
    info = Upload.parse(await callX({ method: "GET", path }, credentials)).processing_info;
  }
}

function mediaError(kind: ProviderError["kind"], code: string): ProviderError {
  return new ProviderError(kind, code, explain(code).message);
}

function failureOf(error: unknown): ProviderError {
  if (!(error instanceof ProviderError))
    return new ProviderError("unreachable", "media:unread", "X's answer to an upload is no answer");
  const { kind, code, message } = error;
  if (kind === "unknown") return new ProviderError("unreachable", code, message, { cause: error });
  if (kind !== "refused" || code.startsWith("media:")) return error;
  return new ProviderError("refused", `media:${code}`, message, { cause: error });
}
