import { html, nothing, type TemplateResult } from "lit";
import { percent } from "../text/formats.ts";
import { t } from "../text/templates.ts";

/** A file on its way up. */
export type FileUpload = { name: string; progress: number } | undefined;

type FileField = {
  name: string;
  /** The types that may be chosen, as the field takes them. */
  accept: string;
  upload: FileUpload;
  /** Whether it has arrived. */
  ready: boolean;
  choose(file: File): void;
};

/** Where a file is chosen, with how far its upload is. */
export function fileField({ name, accept, upload, ready, choose }: FileField): TemplateResult {
  return html`<input
      class="field"
      type="file"
      name=${name}
      accept=${accept}
      @change=${(event: Event) => {
        const file = (event.target as HTMLInputElement).files?.[0];
        if (file) choose(file);
      }}
    />
    ${
      upload && !ready
        ? html`<progress
            max="1"
            .value=${upload.progress}
            aria-label=${t.uploading(percent(upload.progress))}
          ></progress>`
        : nothing
    }
    ${ready ? html`<small>${upload ? t.fileReady(upload.name) : t.fileKept}</small>` : nothing}`;
}
