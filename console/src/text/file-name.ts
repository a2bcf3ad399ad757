import { w } from "./words.ts";

/** What stands as a name where nobody gave one, and the word for it. */
const kinds = {
  image: "image",
  photo: "image",
  video: "video",
  audio: "audio",
  voice: "audio",
  recording: "audio",
  sticker: "sticker",
  document: "document",
  application: "document",
  text: "document",
  message: "message",
  file: "file",
  attachment: "file",
} as const;

/** A file's name; one that was made up, since it came without, is the kind of file in the language in use. */
export function fileName(name: string, type = ""): string {
  const [, base = "", ending = ""] = /^(.*?)(\.[A-Za-z0-9.-]{1,20})?$/su.exec(name.trim()) ?? [];
  if (base !== "" && !isKind(base)) return name;
  const family = base || (type.split("/")[0] ?? "");
  const word = w[isKind(family) ? kinds[family] : "file"];
  return /^\.\w{2,4}$/u.test(ending) ? word + ending : word;
}

function isKind(word: string): word is keyof typeof kinds {
  return Object.hasOwn(kinds, word);
}
