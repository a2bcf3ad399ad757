import { html, nothing, type TemplateResult } from "lit";
import { type Staged, waitsForNetwork } from "../../../../data/staging.ts";
import { bytes, percent } from "../../../../text/formats.ts";
import { problems } from "../../../../text/problems.ts";
import { t } from "../../../../text/staged.ts";
import { icon } from "../../../../ui/icon.ts";
import type { Arranged } from "../writing/arranged.ts";

/** What can be done to the files that go along. */
export type Tiles = {
  remove: (id: string) => void;
  /** Opens a file among the others, to be looked at and written to. */
  open: (id: string) => void;
  /** Whether a file may have a caption of its own. */
  captioned: (file: Staged) => boolean;
};

type Tile = Arranged<Staged> & { at: number; count: number };

/** The files that go along, each with its progress and the way to take it out. */
export function stagedFiles(files: readonly Arranged<Staged>[], tiles: Tiles): TemplateResult[] {
  return files.map((one, at) => tile({ ...one, at, count: files.length }, tiles));
}

function tile(one: Tile, tiles: Tiles): TemplateResult {
  const { file, caption, count } = one;
  const opens = count > 1 || caption !== "";
  const inside = html`${sign(file)}${words(one, tiles)}`;
  return html`<li class=${classOf(file)} data-id=${file.id} draggable=${count > 1 ? "true" : "false"}>
    ${opens ? opener(one, tiles, inside) : inside}
    ${isSound(file) ? player(file) : nothing}
    <button
      type="button"
      class="icon-button"
      aria-label=${t.remove(file.name)}
      title=${t.remove(file.name)}
      @click=${() => tiles.remove(file.id)}
    >
      ${icon("x", 16)}
    </button>
  </li>`;
}

function opener({ file }: Tile, tiles: Tiles, inside: TemplateResult): TemplateResult {
  return html`<button
    type="button"
    class="look"
    title=${t.tileKeys}
    aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Delete"
    @click=${() => tiles.open(file.id)}
  >
    ${inside}
  </button>`;
}

function offers({ file, caption, count }: Tile, { captioned }: Tiles): boolean {
  return count > 1 && caption === "" && !hasFailed(file) && captioned(file);
}

function words(one: Tile, tiles: Tiles): TemplateResult {
  const { file, caption, at, count } = one;
  const about = aboutOf(file);
  return html`<span class="words">
    <span class="name">${file.name}</span>
    ${count > 1 ? html`<span class="unseen">${t.tile(at + 1, count)}</span>` : nothing}
    <span class="about">${caption || about}</span>
    ${offers(one, tiles) ? html`<span class="offer">${t.addCaption}</span>` : nothing}
    ${
      file.file || file.problem
        ? nothing
        : html`<progress max="1" .value=${file.progress} aria-label=${about}></progress>`
    }
  </span>`;
}

function aboutOf({ problem, file, progress, size }: Staged): string {
  if (waitsForNetwork(problem)) return t.uploadsLater;
  if (problem) return problems[problem];
  return file ? bytes(size) : t.uploading(percent(progress));
}

/** What can be looked at is shown small; everything else, and what this browser cannot read, has its sign. */
function sign(file: Staged): TemplateResult {
  const { bytes, type } = file;
  if (hasFailed(file)) return icon("alert", 18);
  if (isSound(file)) return icon("mic", 18);
  if (!/^(image|video)\//.test(type)) return icon("fileText", 18);
  void import("../../../../ui/thumbnail.ts");
  return html`<hilo-thumbnail .file=${bytes} .type=${type}></hilo-thumbnail>`;
}

function player({ bytes }: Staged): TemplateResult {
  void import("../../../../ui/own-audio.ts");
  return html`<hilo-own-audio .file=${bytes}></hilo-own-audio>`;
}

function classOf(file: Staged): string {
  return [hasFailed(file) ? "bad" : "", isSound(file) ? "sound" : ""].join(" ").trim();
}

function hasFailed({ problem }: Staged): boolean {
  return problem !== undefined && !waitsForNetwork(problem);
}

function isSound({ type }: Staged): boolean {
  return type.startsWith("audio/");
}
