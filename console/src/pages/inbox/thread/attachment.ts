import type { Attachment } from "@hilo/schema";
import { mediaKindOf } from "@hilo/schema/capabilities";
import { html, type TemplateResult } from "lit";
import { fileLinks } from "../../../data/files.ts";
import { t } from "../../../text/thread.ts";
import "../../../ui/picture.ts";

/** A file of a message: seen, played, or offered to be opened; in words when it cannot be had. */
export function attachment(file: Attachment, sticker: boolean): TemplateResult {
  const src = file.state === "ready" ? fileLinks.of(file.id) : undefined;
  const why = reason(file);
  const kind = mediaKindOf(file.type);
  if (kind === "image" && !/svg|tiff|heic/u.test(file.type)) {
    return html`<hilo-picture
      .src=${src}
      .name=${file.name}
      .state=${why}
      ?sticker=${sticker}
    ></hilo-picture>`;
  }
  if (kind === "video") {
    void import("../../../ui/film.ts");
    return html`<hilo-film .src=${src} .name=${file.name} .state=${why}></hilo-film>`;
  }
  if (kind === "audio") {
    void import("../../../ui/sound.ts");
    return html`<hilo-sound .src=${src} .state=${why}></hilo-sound>`;
  }
  void import("../../../ui/document-card.ts");
  return html`<hilo-document
    .name=${file.name}
    .type=${file.type}
    .size=${file.size}
    .href=${src}
    .state=${why || (file.state === "pending" ? t.fetching : "")}
    .lost=${why !== ""}
  ></hilo-document>`;
}

function reason(file: Attachment): string {
  if (file.state === "refused") return t.refusedFile;
  return file.state === "failed" ? t.failedFile : "";
}
