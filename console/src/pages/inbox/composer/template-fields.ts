import type { Parameter, ParameterFault } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { percent } from "../../../text/formats.ts";
import { t } from "../../../text/templates.ts";
import { faultWords, labelOf } from "./template-values.ts";

/** A file on its way up for the header. */
export type HeaderUpload = { name: string; progress: number } | undefined;

type Field = {
  parameter: Parameter;
  value: string;
  example: string;
  fault: ParameterFault["fault"] | undefined;
  upload: HeaderUpload;
  write(value: string): void;
  choose(file: File): void;
};

/** One value to fill in: a line of text, or a file. */
export function templateField(field: Field): TemplateResult {
  const { parameter, fault } = field;
  const isFile = ["image", "video", "document"].includes(parameter.kind);
  return html`<label>
    <span>${labelOf(parameter)}</span>
    ${isFile ? fileField(field) : textField(field)}
    ${fault ? html`<span class="fault" role="alert">${faultWords(fault)}</span>` : nothing}
  </label>`;
}

function textField({ parameter, value, example, fault, write }: Field): TemplateResult {
  return html`<input
    class="field"
    name=${parameter.name}
    autocomplete="off"
    placeholder=${example}
    aria-invalid=${fault ? "true" : "false"}
    .value=${value}
    @input=${(event: InputEvent) => write((event.target as HTMLInputElement).value)}
  />`;
}

const accepted = { image: "image/jpeg,image/png", video: "video/mp4,video/3gpp" };

function fileField({ parameter, upload, value, choose }: Field): TemplateResult {
  const { kind } = parameter;
  return html`<input
      class="field"
      type="file"
      name=${parameter.name}
      accept=${kind === "image" || kind === "video" ? accepted[kind] : ""}
      @change=${(event: Event) => {
        const file = (event.target as HTMLInputElement).files?.[0];
        if (file) choose(file);
      }}
    />
    ${
      upload && value === ""
        ? html`<progress
            max="1"
            .value=${upload.progress}
            aria-label=${t.uploading(percent(upload.progress))}
          ></progress>`
        : nothing
    }
    ${upload && value !== "" ? html`<small>${t.fileReady(upload.name)}</small>` : nothing}`;
}
