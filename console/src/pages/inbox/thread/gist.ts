import type { MessageKind } from "@hilo/schema";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
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
export function gist(message: ThreadMessage): string {
  if (message.deletedAt !== undefined) return w.deleted;
  const text = message.text.replace(/\s+/gu, " ").trim();
  if (text !== "") return text;
  if (message.choice) return message.choice.title;
  const kind = kinds[message.kind]?.() ?? "";
  const name = message.kind === "document" ? message.attachments[0]?.name : undefined;
  return name ?? kind;
}
