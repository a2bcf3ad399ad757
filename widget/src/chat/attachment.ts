import type { Attachment } from "@hilo/schema";
import { shownAs } from "@hilo/schema/shown";
import { html, type TemplateResult } from "lit";
import { icon } from "./icons.ts";
import type { Words } from "./words.ts";

/** A file of a message: a picture or a player in place, anything else as a link. */
export function attachment(
  { name, type, state }: Attachment,
  url: string | undefined,
  words: Words,
): TemplateResult {
  if (state !== "ready" && state !== "pending") return label(words.fileGone);
  if (state === "pending" || !url) return label(words.fileComing);
  const shown = shownAs(type);
  if (shown === "image")
    return html`
      <a class="picture" href=${url} target="_blank" rel="noopener" aria-label=${words.picture(name)}>
        <img src=${url} alt=${name} />
      </a>
    `;
  if (shown === "audio") return html`<audio controls src=${url} aria-label=${name}></audio>`;
  if (shown === "video") return html`<video controls src=${url} aria-label=${name}></video>`;
  return html`
    <a class="bubble file" href=${url} target="_blank" rel="noopener" download=${name}>
      ${icon("file")}${name || words.file}
    </a>
  `;
}

function label(text: string): TemplateResult {
  return html`<div class="bubble"><em>${text}</em></div>`;
}
