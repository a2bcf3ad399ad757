import {
  type ApprovedTemplate,
  type HeaderFile,
  mediaKindOf,
  type TemplateForm,
  type UploadedFile,
} from "@hilo/schema";
import { bytesOf, fileOf, linkTo } from "../files/files.ts";
import { AppError } from "../platform/errors.ts";
import type { NewTemplate, OutboundFile } from "../providers/adapter.ts";

/** The uploaded file that a header shows; none when it is a link, or there is nothing to give. */
export async function headerFiles(
  workspaceId: string,
  header: ApprovedTemplate["header"],
  value: string,
): Promise<UploadedFile[]> {
  if (!header || header.type === "text" || header.url !== undefined) return [];
  if (value.startsWith("https://")) return [];
  return [await uploaded(workspaceId, header.type, value, "template.variables.header")];
}

/** The uploaded file by which the provider judges a header; undefined where it wants none. Throws `invalid`. */
export async function exampleFile(
  workspaceId: string,
  { header, examples }: NewTemplate,
  { files }: TemplateForm,
): Promise<OutboundFile | undefined> {
  if (!header || header.type === "text" || files?.by !== "upload") return undefined;
  const path = "examples.header";
  const file = await uploaded(workspaceId, header.type, examples.header ?? "", path);
  const types = files.types[header.type] ?? [];
  if (!types.includes(file.type))
    throw wrongFile(
      path,
      `The header's file may be of type ${types.join(", ")}, not ${file.type}.`,
    );
  const { id, ...about } = file;
  return { ...about, url: linkTo(workspaceId, id), read: () => bytesOf(workspaceId, id) };
}

async function uploaded(
  workspaceId: string,
  kind: HeaderFile,
  id: string,
  path: string,
): Promise<UploadedFile> {
  const file = await fileOf(workspaceId, id);
  if (!file) throw wrongFile(path, "The header's file is not there. Upload it again.");
  const { name, type, size } = file;
  if (mediaKindOf(type) !== kind)
    throw wrongFile(path, `The header takes a file of kind ${kind}, not ${type}.`);
  return { id, name, type, size };
}

function wrongFile(path: string, message: string): AppError {
  return new AppError("invalid", message, { details: [{ path, message }] });
}
