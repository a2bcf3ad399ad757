import type { Parameter, ParameterFault } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { type FileUpload, fileField } from "../../../../ui/file-field.ts";
import { faultWords } from "./template-values.ts";

type Field = {
  parameter: Parameter;
  /** What it is called. */
  label: string;
  value: string;
  example: string;
  fault: ParameterFault["fault"] | undefined;
  upload: FileUpload;
  write(value: string): void;
  choose(file: File): void;
};

const accepted = { image: "image/jpeg,image/png", video: "video/mp4,video/3gpp", document: "" };

/** One value to fill in: a line of text, or a file. */
export function templateField(field: Field): TemplateResult {
  const { parameter, label, fault, upload, value, choose } = field;
  const { name, kind } = parameter;
  const isFile = kind === "image" || kind === "video" || kind === "document";
  return html`<label>
    <span>${label}</span>
    ${isFile ? fileField({ name, accept: accepted[kind], upload, ready: value !== "", choose }) : textField(field)}
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
