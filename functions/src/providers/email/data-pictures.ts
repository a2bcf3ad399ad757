import type { LetterFile } from "./letter-file.ts";

const written =
  /(\bsrc\s{0,9}=\s{0,9})(["'])data:(image\/(?!svg)[\w.+-]{1,50})(?:;[\w=.-]{1,50}){0,5}?;base64,([A-Za-z0-9+/=\s]+)\2/gi;

/** Beyond, pictures stay where they are written. */
const most = 100;

/**
 * Takes the pictures out of HTML that are written into it, so that they are files which it shows by Content-ID. Only
 * SVG stays: as a file it is shown nowhere.
 */
export function dataPicturesIn(
  html: string,
  fingerprint: string,
): { html: string; files: LetterFile[] } {
  const files: LetterFile[] = [];
  const left = html.replace(written, (whole, source: string, quote: string, type, data: string) => {
    if (files.length >= most) return whole;
    const number = files.length + 1;
    const contentId = `data-${number}-${fingerprint.slice(0, 12)}`;
    const bytes = Buffer.from(data.replace(/\s/g, ""), "base64");
    files.push({ name: `image-${number}`, type, bytes, contentId });
    return `${source}${quote}cid:${contentId}${quote}`;
  });
  return { html: left, files };
}
