import type { Capabilities } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { type Staged, waitsForNetwork } from "../../../data/staging.ts";
import { t } from "../../../text/composer.ts";
import { bytes, number, percent } from "../../../text/formats.ts";
import { problems } from "../../../text/problems.ts";
import { icon } from "../../../ui/icon.ts";
import { lengthOf } from "./parcels.ts";
import { segmentsOf } from "./segments.ts";

/** How much of the longest text is used, and for SMS how many parts it takes. */
export function counter(text: string, capabilities: Capabilities): TemplateResult | typeof nothing {
  if (text === "") return nothing;
  const { textLength, textInBytes = false } = capabilities;
  const length = lengthOf(text, capabilities);
  const over = length - textLength;
  const used = t.count(number(length), String(textLength), textInBytes);
  return html`<span class="counter ${over > 0 ? "over" : ""}">
    ${over > 0 ? t.tooLong(over, textInBytes) : used}${capabilities.segments ? parts(text) : nothing}
  </span>`;
}

function parts(text: string): TemplateResult {
  const { parts, left, encoding } = segmentsOf(text);
  return html` · <span title=${t.partsWhy(parts, left, encoding === "gsm7")}>${t.parts(parts)}</span>`;
}

/** The files that go along, each with its progress and the way to take it out. */
export function stagedFiles(
  files: readonly Staged[],
  remove: (id: string) => void,
): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`<ul class="files">
    ${files.map((file) => stagedFile(file, remove))}
  </ul>`;
}

function stagedFile(file: Staged, remove: (id: string) => void): TemplateResult {
  const { problem } = file;
  const later = waitsForNetwork(problem);
  const failed = problem !== undefined && !later;
  const about = failed ? problems[problem] : later ? t.uploadsLater : progressOf(file);
  return html`<li class=${failed ? "bad" : isSound(file.type) ? "sound" : ""}>
    ${failed ? icon("alert", 18) : thumbnail(file)}
    <span class="words">
      <span class="name">${file.name}</span>
      <span class="about">${about}</span>
      ${
        failed || later || file.file
          ? nothing
          : html`<progress max="1" .value=${file.progress} aria-label=${about}></progress>`
      }
    </span>
    <button
      type="button"
      class="icon-button"
      aria-label=${t.remove(file.name)}
      title=${t.remove(file.name)}
      @click=${() => remove(file.id)}
    >
      ${icon("x", 16)}
    </button>
  </li>`;
}

/** What can be looked at is shown small, what can be heard has its player; everything else has its sign. */
function thumbnail({ bytes, type }: Staged): TemplateResult {
  if (isSound(type)) {
    void import("../../../ui/own-sound.ts");
    return html`<hilo-own-sound .file=${bytes}></hilo-own-sound>`;
  }
  if (!/^(image|video)\//.test(type)) return icon("fileText", 18);
  void import("../../../ui/thumbnail.ts");
  return html`<hilo-thumbnail .file=${bytes} .type=${type}></hilo-thumbnail>`;
}

function isSound(type: string): boolean {
  return type.startsWith("audio/");
}

function progressOf({ file, progress, size }: Staged): string {
  return file ? bytes(size) : t.uploading(percent(progress));
}

/** The one way to send. */
export function sendButton(note: boolean, ready: boolean, send: () => void): TemplateResult {
  return html`<button type="button" class="button primary send" ?disabled=${!ready} @click=${send}>
    <span>${note ? t.addNote : t.send}</span>${icon("enter", 16)}
  </button>`;
}
