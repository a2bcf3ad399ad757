import type { MessageKind } from "@hilo/schema";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { choiceWords } from "../../../text/code.ts";
import { fileName } from "../../../text/file-name.ts";
import { w } from "../../../text/words.ts";

const kinds: Partial<Record<MessageKind, () => string>> = {
  image: () => w.image,
  video: () => w.video,
  audio: () => w.audio,
  document: () => w.document,
  sticker: () => w.sticker,
  location: () => w.location,
  contact: () => w.contact,
  template: () => w.template,
  call: () => w.call,
  unsupported: () => w.unsupported,
};

/** A message in one line: its text, else the name of its file, else what kind of thing it is. */
export function oneLine(message: ThreadMessage): string {
  if (message.deletedAt !== undefined) return w.deleted;
  const { choice, kind, attachments } = message;
  const text = message.text.replace(/\s+/gu, " ").trim();
  if (choice && (text === "" || text === choice.title)) return choiceWords(choice);
  if (text !== "") return text;
  const [file] = kind === "document" ? attachments : [];
  return file ? fileName(file.name, file.type) : (kinds[kind]?.() ?? "");
}
