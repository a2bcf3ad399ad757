import { isLoopback } from "../wire/loopback.ts";
import { shown } from "./tell.ts";
import type { ThreadFile } from "./thread.ts";
import type { World } from "./world.ts";

const usual = 16 * 1024 * 1024;

/** Fetches a file that the business sends, as providers do; null when it cannot be had or is larger than that. */
export async function fetchMedia(
  world: World,
  url: string,
  maxBytes = usual,
): Promise<ThreadFile | null> {
  const { hostname, host } = new URL(url);
  if (!isLoopback(hostname) && host !== new URL(world.settings.target).host) return null;
  const at = Date.now();
  const fetched = await download(world, url, maxBytes);
  const path = url.replace(/^https?:\/\/[^/]+/, "").replace(/\?.*$/, "");
  const exchange = { at, direction: "out", method: "GET", path, ms: Date.now() - at } as const;
  world.exchanges.add({ ...exchange, status: fetched.status, note: "media" });
  if (!fetched.file) return null;
  return shown(world.files.save(fetched.file));
}

type Download = {
  status: number | null;
  file?: { name: string; type: string; bytes: Buffer };
};

async function download(world: World, url: string, maxBytes: number): Promise<Download> {
  try {
    const signal = AbortSignal.any([world.ending.signal, AbortSignal.timeout(10_000)]);
    const response = await fetch(url, { signal });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok || bytes.length > maxBytes) return { status: response.status };
    const type = response.headers.get("content-type")?.split(";")[0] ?? "application/octet-stream";
    return { status: response.status, file: { name: nameOf(response, url), type, bytes } };
  } catch {
    return { status: null };
  }
}

function nameOf(response: Response, url: string): string {
  const disposition = response.headers.get("content-disposition") ?? "";
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
  return plain ?? decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "file");
}
