import type { Capabilities } from "@hilo/schema";
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { Staged } from "../../../../data/staging.ts";
import { t } from "../../../../text/staged.ts";
import { announce } from "../../../../ui/announce.ts";
import { type Arranged, moved } from "../writing/arranged.ts";
import { takesCaption } from "../writing/as-messages.ts";
import { fieldNames } from "../writing/field.ts";
import type { Writing } from "../writing/writing.ts";
import { filesStyles } from "./files-styles.ts";
import { stagedFiles } from "./staged-files.ts";

type Host = ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment };

/** The type under which a tile that is dragged is known. */
const dragged = "application/x-hilo-tile";

/** The tiles of the files that go along: their order, by mouse and keys, their captions, and what takes one out. */
export class TileKeeper {
  readonly #host: Host;
  readonly #writing: Writing;
  /** The file that is open among the others. */
  #picked: string | undefined;

  constructor(host: Host, writing: Writing) {
    this.#host = host;
    this.#writing = writing;
    const root = host.renderRoot;
    if (root instanceof ShadowRoot && filesStyles.styleSheet)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, filesStyles.styleSheet];
  }

  /** `limits` are those of the channel an answer goes to. */
  render(limits: Capabilities | null | undefined): TemplateResult | typeof nothing {
    const { files } = this.#writing;
    if (files.length === 0) return nothing;
    const captioned = (file: Staged) => !!limits && takesCaption(file, limits);
    const tiles = {
      remove: (id: string) => this.#remove(id),
      open: (id: string) => this.#open(id),
      captioned,
    };
    return html`<ul
        class="files"
        @keydown=${this.#key}
        @dragstart=${this.#drag}
        @dragover=${this.#over}
        @drop=${this.#drop}
      >
        ${stagedFiles(files, tiles)}
      </ul>
      ${this.#gallery(files, limits, captioned)}`;
  }

  #gallery(
    files: readonly Arranged<Staged>[],
    limits: Capabilities | null | undefined,
    captioned: (file: Staged) => boolean,
  ): TemplateResult | typeof nothing {
    if (!files.some(({ file }) => file.id === this.#picked)) return nothing;
    return html`<hilo-gallery
      .files=${files}
      .picked=${this.#picked}
      .limits=${limits}
      .captioned=${captioned}
      @pick=${({ detail }: CustomEvent<string>) => this.#open(detail)}
      @caption=${({ detail }: CustomEvent<string>) => this.#caption(detail)}
      @move=${({ detail }: CustomEvent<number>) => this.#move(this.#picked ?? "", detail)}
      @remove=${() => this.#removePicked(files)}
      @close=${() => this.#open(undefined)}
    ></hilo-gallery>`;
  }

  #open(id: string | undefined): void {
    if (id !== undefined) void import("./gallery.ts");
    this.#picked = id;
    this.#host.requestUpdate();
  }

  #caption(caption: string): void {
    const { files } = this.#writing;
    this.#writing.arrange(
      files.map((one) => (one.file.id === this.#picked ? { ...one, caption } : one)),
    );
  }

  #move(id: string, by: number): void {
    this.#place(id, this.#at(id) + by);
  }

  #place(id: string, to: number): void {
    const { files } = this.#writing;
    const after = moved(files, id, to);
    if (after === files) return;
    this.#writing.arrange(after);
    const name = files.find(({ file }) => file.id === id)?.file.name ?? "";
    announce(t.movedTo(name, to + 1, files.length));
  }

  #removePicked(files: readonly Arranged<Staged>[]): void {
    const at = this.#at(this.#picked ?? "");
    const next = files[at + 1] ?? files[at - 1];
    const { id = "" } = files[at]?.file ?? {};
    this.#open(next?.file.id);
    this.#writing.removeFile(id);
  }

  /** The focus goes to the tile that stands there now, or to the field when none is left. */
  #remove(id: string): void {
    const at = this.#at(id);
    this.#writing.removeFile(id);
    void this.#host.updateComplete.then(() => {
      const tiles = [...this.#host.renderRoot.querySelectorAll(".files li")];
      const next = (tiles[at] ?? tiles.at(-1))?.querySelector("button");
      (next ?? this.#host.renderRoot.querySelector<HTMLElement>(fieldNames))?.focus();
    });
  }

  #at(id: string): number {
    return this.#writing.files.findIndex(({ file }) => file.id === id);
  }

  readonly #key = (event: KeyboardEvent): void => {
    const id = tileOf(event);
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (id === undefined) return;
    if (event.key === "Delete") this.#remove(id);
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    const to = this.#at(id) + by;
    this.#place(id, to);
    // The tiles stay where they are, with other files in them.
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelectorAll<HTMLElement>(".files .look")[to]?.focus(),
    );
  };

  readonly #drag = (event: DragEvent): void => {
    const id = tileOf(event);
    if (id === undefined) return;
    event.dataTransfer?.setData(dragged, id);
  };

  readonly #over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes(dragged)) event.preventDefault();
  };

  readonly #drop = (event: DragEvent): void => {
    const id = event.dataTransfer?.getData(dragged);
    const onto = tileOf(event);
    if (!id || onto === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#place(id, this.#at(onto));
  };
}

/** The file whose tile something happens on. */
function tileOf({ target }: Event): string | undefined {
  const tile = target instanceof Element ? target.closest<HTMLElement>("li") : null;
  return tile?.dataset.id;
}
