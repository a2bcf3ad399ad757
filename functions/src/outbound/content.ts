import { type Capabilities, carriedAs, hasInk, type SendMessage } from "@hilo/schema";
import { AppError, type ErrorDetails } from "../platform/errors.ts";

export type Content = Pick<
  SendMessage,
  "kind" | "text" | "template" | "location" | "cards" | "options" | "mail"
> & { replyTo?: unknown };
export type ContentFile = { id: string; name: string; type: string; size: number };

/** Refuses, in words and before anything is written, what the channel would refuse. */
export function checkContent(
  content: Content,
  files: readonly ContentFile[],
  capabilities: Capabilities,
): void {
  if (capabilities.readOnly)
    throw new AppError("invalid", "Nothing can be sent on this channel: it only tells of calls.");
  const details = [
    ...missing(content, files),
    ...notCarried(content, capabilities),
    ...tooLong(content, files.length > 0, capabilities),
    ...optionProblems(content, capabilities),
    ...(files.length > capabilities.attachments
      ? [detail("attachments", tooMany(capabilities.attachments))]
      : []),
    ...files.flatMap((file) => fileProblems(file, capabilities)),
  ];
  const first = details[0];
  if (first) throw new AppError("invalid", first.message, { details });
}

const unseen = "Nothing of this text can be seen. Write a letter, a number or an emoji.";

/** Refuses files that come along with what is passed on, where the channel would. */
export function checkFiles(files: readonly ContentFile[], capabilities: Capabilities): void {
  const details = files.flatMap((file) => fileProblems(file, capabilities));
  const first = details[0];
  if (first) throw new AppError("invalid", first.message, { details });
}

/** What a kind cannot be without: the field, and the sentence that asks for it. */
function missing(content: Content, files: readonly ContentFile[]): ErrorDetails {
  const text = hasInk(content.text);
  switch (content.kind) {
    case "text":
      // What is passed on needs no words of one's own.
      if (content.mail?.forwards) return [];
      return need(text, "text", content.text?.trim() ? unseen : "Write a text first.");
    case "buttons":
      return [
        ...need(text, "text", "Write the text that the buttons stand under."),
        ...need(content.options, "options", "Give the buttons or the list to choose from."),
      ];
    case "template":
      return need(content.template, "template", "Name the template to send and its variables.");
    case "location":
      return need(content.location, "location", "Give the place: latitude and longitude.");
    case "contact":
      return need(content.cards?.length, "cards", "Give at least one contact card.");
    case "reaction":
      return need(content.replyTo, "replyTo", "Name the message that you react to.");
    default:
      return need(files.length, "attachments", "Upload the file first and name its id here.");
  }
}

const noMail =
  "This channel is no e-mail: it takes no copies, no formatted text and no mail to pass on.";

function need(given: unknown, path: string, message: string): ErrorDetails {
  return given ? [] : [detail(path, message)];
}

function notCarried({ kind, mail }: Content, capabilities: Capabilities): ErrorDetails {
  const carried: Partial<Record<Content["kind"], unknown>> = {
    buttons: capabilities.buttons ?? capabilities.list,
    location: capabilities.location,
    contact: capabilities.cards,
    reaction: capabilities.reactions,
  };
  const refused = kind in carried && !carried[kind];
  return [
    ...(refused ? [detail("kind", `This channel does not carry messages of kind ${kind}.`)] : []),
    ...(mail && !capabilities.mail ? [detail("mail", noMail)] : []),
  ];
}

function tooLong(
  { text = "" }: Content,
  isCaption: boolean,
  { textLength, captionLength = textLength, textInBytes }: Capabilities,
): ErrorDetails {
  const most = isCaption ? captionLength : textLength;
  const length = textInBytes ? Buffer.byteLength(text) : text.length;
  if (length <= most) return [];
  const unit = textInBytes ? "bytes" : "characters";
  const where = isCaption ? " under a file" : "";
  const message = `The text has ${length} ${unit}; this channel takes ${most}${where}. Shorten it or send it in parts.`;
  return [detail("text", message)];
}

function optionProblems({ options }: Content, { buttons, list }: Capabilities): ErrorDetails {
  if (!options) return [];
  if (options.list && !list) return [detail("options.list", "This channel carries no lists.")];
  if (options.buttons && !buttons)
    return [detail("options.buttons", "This channel carries no buttons.")];
  const most = options.list ? (list?.most ?? 0) : (buttons?.most ?? 0);
  const choices = options.list?.rows ?? options.buttons ?? [];
  const longest = options.list ? (list?.title ?? 0) : (buttons?.title ?? 0);
  if (choices.length === 0 || choices.length > most)
    return [detail("options", `Give 1 to ${most} choices.`)];
  return titleProblems(choices, longest);
}

function titleProblems(choices: readonly { title: string }[], longest: number): ErrorDetails {
  if (choices.some(({ title }) => !hasInk(title)))
    return [detail("options", "Write on each choice what it says.")];
  const long = choices.find(({ title }) => title.length > longest);
  return long ? [detail("options", `“${long.title}” is longer than ${longest} characters.`)] : [];
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

function detail(path: string, message: string): ErrorDetails[number] {
  return { path, message };
}
