import type { Attachment } from "@hilo/schema";
import { shownAs } from "@hilo/schema/shown";
import { html, type TemplateResult } from "lit";
import { fileLinks } from "../../../data/files.ts";
import { fileName } from "../../../text/file-name.ts";
import { t } from "../../../text/thread.ts";
import "../../../ui/picture.ts";

/** A file of a message: seen, played, or offered to be saved; in words when it is held back or cannot be had. */
export function attachment(file: Attachment, sticker: boolean): TemplateResult {
  if (!isThere(file)) {
    void import("../kinds/lost-file.ts");
    return html`<hilo-lost-file .file=${file}></hilo-lost-file>`;
  }
  const src = file.state === "ready" ? fileLinks.of(file.id) : undefined;
  const shown = shownAs(file.type);
  const name = fileName(file.name, file.type);
  if (shown === "image") {
    return html`<hilo-picture .src=${src} .name=${name} ?sticker=${sticker}></hilo-picture>`;
  }
  if (shown === "video") {
    void import("../../../ui/film.ts");
    return html`<hilo-film .src=${src} .name=${name}></hilo-film>`;
  }
  if (shown === "audio") {
    void import("../../../ui/sound.ts");
    return html`<hilo-sound .src=${src}></hilo-sound>`;
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

/** Whether it is a picture or a film that can be seen. */
export function isSeen(file: Attachment): boolean {
  const shown = shownAs(file.type);
  return isThere(file) && (shown === "image" || shown === "video");
}

function isThere({ state }: Attachment): boolean {
  return state === "ready" || state === "pending";
}
