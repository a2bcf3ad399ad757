import { type Capabilities, type MediaKind, mediaKindOf, type SendMessage } from "@hilo/schema";
import { AppError, type ErrorDetails } from "../platform/errors.ts";

export type Content = Pick<SendMessage, "kind" | "text" | "template">;
export type ContentFile = { id: string; name: string; type: string; size: number };

/** Refuses, in words and before anything is written, what the channel would refuse. */
export function checkContent(
  content: Content,
  files: readonly ContentFile[],
  capabilities: Capabilities,
): void {
  const details = [
    ...emptiness(content, files),
    ...tooLong(content, capabilities),
    ...(files.length > capabilities.attachments
      ? [detail("attachments", tooMany(capabilities.attachments))]
      : []),
    ...files.flatMap((file) => fileProblems(file, capabilities)),
  ];
  const first = details[0];
  if (first) throw new AppError("invalid", first.message, { details });
}

function emptiness({ kind, text, template }: Content, files: readonly ContentFile[]): ErrorDetails {
  if (kind === "template")
    return template ? [] : [detail("template", "Name the template to send and its variables.")];
  if (kind === "text" && !text?.trim()) return [detail("text", "Write a text first.")];
  if (kind !== "text" && files.length === 0)
    return [detail("attachments", "Upload the file first and name its id here.")];
  return [];
}

function tooLong({ text = "" }: Content, { textLength }: Capabilities): ErrorDetails {
  if (text.length <= textLength) return [];
  const message = `The text has ${text.length} characters; this channel takes ${textLength}. Shorten it or send it in parts.`;
  return [detail("text", message)];
}

function tooMany(most: number): string {
  return most === 0
    ? "This channel takes no files."
    : `This channel takes ${most} file${most === 1 ? "" : "s"} per message. Send the others in further messages.`;
}

function fileProblems(file: ContentFile, { media }: Capabilities): ErrorDetails {
  const kind = carriedAs(file.type, media);
  const limit = kind && media[kind];
  if (!limit)
    return [detail("attachments", `This channel does not take ${file.type} (${file.name}).`)];
  if (file.size > limit.maxBytes)
    return [detail("attachments", `${file.name} is larger than ${limit.maxBytes} bytes.`)];
  return [];
}

/** The kind under which a channel carries a type: its own, or as a document. */
export function carriedAs(type: string, media: Capabilities["media"]): MediaKind | undefined {
  const plain = type.split(";")[0] ?? type;
  const candidates: MediaKind[] = [mediaKindOf(plain), "sticker", "document"];
  return candidates.find((kind) => media[kind]?.types.includes(plain));
}

function detail(path: string, message: string): ErrorDetails[number] {
  return { path, message };
}
