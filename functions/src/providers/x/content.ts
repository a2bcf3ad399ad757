import type { Location, MessageEvent, MessageKind, RemoteFile } from "@hilo/schema";
import { unescaped } from "./escapes.ts";
import type { MessageData, XMedia } from "./wire.ts";

type Content = Pick<MessageEvent, "kind" | "text" | "files" | "location" | "choice">;

/** What a direct message says. */
export function contentOf(data: MessageData): Content {
  const text = textOf(data);
  const found = data.attachment?.media && fileOf(data.attachment.media);
  if (found) return { kind: found.kind, text, files: [found.file] };
  const base = { text, files: [] };
  const location = locationOf(data);
  if (location) return { ...base, kind: "location", location };
  const id = data.quick_reply_response?.metadata;
  if (id !== undefined) return { ...base, kind: "buttons", choice: { id, title: text } };
  return { ...base, kind: text ? "text" : "unsupported" };
}

/** Links as they were written instead of X's short ones; the one that stands for the attachment is left out. */
function textOf({ text: escaped = "", entities, attachment }: MessageData): string {
  const text = unescaped(escaped);
  const urls = entities?.urls ?? [];
  const own = attachment?.media?.url;
  const whole = urls.reduce((said, { url, expanded_url: long }) => {
    return url === own || !long ? said : said.replaceAll(url, () => long);
  }, text);
  if (!attachment) return whole;
  const last = /https:\/\/t\.co\/\w+$/.exec(whole);
  const stands = last && (last[0] === own || !urls.some(({ url }) => url === last[0]));
  return stands ? whole.slice(0, last.index).trimEnd() : whole;
}

type Found = { kind: MessageKind; file: RemoteFile };

/** Moving pictures come as videos of several qualities: the best one is kept. */
function fileOf({ media_url_https: picture, type, video_info }: XMedia): Found | undefined {
  const best = (video_info?.variants ?? [])
    .filter((variant) => variant.content_type === "video/mp4")
    .toSorted((a, b) => (a.bitrate ?? 0) - (b.bitrate ?? 0))
    .at(-1);
  if (best) return { kind: "video", file: { source: best.url, type: "video/mp4" } };
  if (!picture || (type !== "photo" && type !== undefined)) return undefined;
  return { kind: "image", file: { source: picture, type: typeBy(picture) } };
}

function typeBy(address: string): string {
  const extension = /\.(\w+)(?:[?#:].*)?$/.exec(address)?.[1]?.toLowerCase();
  if (extension === "png" || extension === "webp" || extension === "gif")
    return `image/${extension}`;
  return "image/jpeg";
}

function locationOf({ attachment }: MessageData): Location | undefined {
  const [longitude, latitude] =
    attachment?.location?.shared_coordinate?.coordinates.coordinates ?? [];
  if (longitude === undefined || latitude === undefined) return undefined;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return { latitude, longitude };
}
