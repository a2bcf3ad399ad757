const mb = 1024 * 1024;

// https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types
const images = ["image/jpeg", "image/png"];
const audios = ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg", "audio/opus"];
const videos = ["video/mp4", "video/3gpp"];
const documents =
  /^(application\/(pdf|msword|vnd\.ms-(excel|powerpoint)|vnd\.openxmlformats-officedocument\..+)|text\/plain)$/;

/** Largest file of a type that WhatsApp carries, in bytes; null when it does not carry the type. */
export function limitOf(type: string): number | null {
  const bare = type.split(";")[0]?.trim() ?? "";
  if (images.includes(bare)) return 5 * mb;
  if (audios.includes(bare) || videos.includes(bare)) return 16 * mb;
  if (bare === "image/webp") return 500 * 1024;
  return documents.test(bare) ? 100 * mb : null;
}

/** Whether a file may be sent as a kind of message. */
export function fits(kind: string, type: string, size: number): boolean {
  const bare = type.split(";")[0]?.trim() ?? "";
  const right =
    kind === "document" ||
    (kind === "sticker"
      ? bare === "image/webp"
      : bare.startsWith(`${kind}/`) && bare !== "image/webp");
  const limit = kind === "document" ? 100 * mb : limitOf(bare);
  return right && limit !== null && size <= limit;
}
