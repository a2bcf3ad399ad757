import type { Attachment } from "@hilo/schema";
import { shownAs } from "@hilo/schema/shown";
import { html, type TemplateResult } from "lit";
import { fileLinks } from "../../../data/files.ts";
import { fileName } from "../../../text/file-name.ts";
import { t } from "../../../text/thread.ts";
import "../../../ui/picture.ts";

/** When nobody goes on trying to fetch a file, in milliseconds. */
const longestFetch = 60 * 60_000;
/** The largest file that is converted to be shown, in bytes. */
const largestForeign = 30_000_000;

/**
 * A file of a message that was kept at some time: seen, played, or offered to be saved; in words when it is held
 * back, or not to be had.
 */
export function attachment(file: Attachment, at: number, sticker = false): TemplateResult {
  if (!isThere(file, at)) {
    void import("./lost-file.ts");
    return html`<hilo-lost-file .file=${file}></hilo-lost-file>`;
  }
  const src = file.state === "ready" ? fileLinks.of(file.id) : undefined;
  const shown = shownAs(file.type);
  const name = fileName(file.name, file.type);
  if (shown === "image") {
    return html`<hilo-picture .src=${src} .name=${name} ?sticker=${sticker}></hilo-picture>`;
  }
  if (shown === "video") {
    void import("../../../ui/video.ts");
    return html`<hilo-video .src=${src} .name=${name}></hilo-video>`;
  }
  if (shown === "audio") {
    void import("../../../ui/audio.ts");
    return html`<hilo-audio .src=${src}></hilo-audio>`;
  }
  if (isForeign(file) && !src?.startsWith("blob:")) {
    void import("./converted-picture.ts");
    return html`<hilo-converted-picture .file=${file} .src=${src}></hilo-converted-picture>`;
  }
  void import("../../../ui/document-card.ts");
  return html`<hilo-document
    .name=${name}
    .type=${file.type}
    .size=${file.size}
    .href=${src}
    .state=${file.state === "pending" ? t.fetching : ""}
  ></hilo-document>`;
}

/** Whether it is a picture or a video that can be seen. */
export function isSeen(file: Attachment, at: number): boolean {
  const shown = shownAs(file.type);
  return isThere(file, at) && (shown === "image" || shown === "video" || isForeign(file));
}

/** Whether it is a picture that can be converted into one that every browser shows. */
function isForeign({ type, state, size }: Attachment): boolean {
  const isKnown = type === "image/heic" || type === "image/tiff";
  return isKnown && state === "ready" && size !== null && size <= largestForeign;
}

function isThere({ state, source }: Attachment, at: number): boolean {
  const isOverdue = source !== undefined && Date.now() - at > longestFetch;
  return state === "ready" || (state === "pending" && !isOverdue);
}
