import type { HeaderFile, TemplateForm } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../text/template-editor.ts";
import { w } from "../../text/words.ts";
import { type FileUpload, fileField } from "../../ui/file-field.ts";
import { choice, line } from "./editor-parts.ts";
import type { FormHeader } from "./form.ts";

type Header = {
  header: FormHeader;
  shape: TemplateForm | undefined;
  platform: string;
  /** What a variable of it is called. */
  variable: string;
  upload: FileUpload;
  /** The uploaded file's id. */
  file: string;
  write(change: Partial<FormHeader>): void;
  choose(file: File): void;
};

/** What stands above the text: nothing, words, or a file that the provider is shown or fetches. */
export function headerFields(fields: Header): TemplateResult {
  const { header, shape, write } = fields;
  const files = Object.keys(shape?.files?.types ?? {}) as HeaderFile[];
  return html`${choice({
    label: t.header,
    name: "headerKind",
    value: header.kind,
    options: [
      ["none", t.headerNone],
      ["text", t.headerIsText],
      ...files.map((kind) => [kind, w[kind]] as const),
    ],
    write: (kind) => write({ kind: kind as FormHeader["kind"] }),
  })}
  ${contentOf(fields)}`;
}

function contentOf(fields: Header): TemplateResult | typeof nothing {
  const { header, shape, variable, write } = fields;
  if (header.kind === "none") return nothing;
  if (header.kind === "text")
    return line({
      label: t.headerText,
      name: "header",
      value: header.text,
      most: 60,
      hint: t.variableHint(variable),
      write: (text) => write({ text }),
    });
  if (shape?.files?.by === "upload") return uploadOf(fields, shape.files, header.kind);
  return line({
    label: t.headerAddress,
    name: "headerUrl",
    value: header.url,
    most: 2000,
    hint: t.headerAddressHint(variable),
    write: (url) => write({ url }),
  });
}

function uploadOf(
  { platform, upload, file, choose }: Header,
  { types, fixed }: NonNullable<TemplateForm["files"]>,
  kind: HeaderFile,
): TemplateResult {
  const accept = (types[kind] ?? []).join(",");
  return html`<label>
    <span>${t.headerFile}</span>
    ${fileField({ name: "headerFile", accept, upload, ready: file !== "", choose })}
    <small>${fixed ? t.headerFixed(platform) : t.headerEach(platform)}</small>
  </label>`;
}
