import { w } from "./words.ts";

const kinds = {
  image: () => w.image,
  photo: () => w.image,
  video: () => w.video,
  audio: () => w.audio,
  voice: () => w.audio,
  recording: () => w.audio,
  sticker: () => w.sticker,
  document: () => w.document,
  application: () => w.document,
  message: () => w.message,
  text: () => w.document,
  file: () => w.file,
  attachment: () => w.file,
} satisfies Record<string, () => string>;

/** A file's name; one that was made up, since it came without, is the kind of file in the language in use. */
export function fileName(name: string, type = ""): string {
  const [, base = "", ending = ""] = /^(.*?)(\.[A-Za-z0-9.-]{1,20})?$/su.exec(name.trim()) ?? [];
  if (base !== "" && !isKind(base)) return name;
  const family = base || (type.split("/")[0] ?? "");
  const word = isKind(family) ? kinds[family]() : w.file;
  return /^\.\w{2,4}$/u.test(ending) ? `${word}${ending}` : word;
}

function isKind(word: string): word is keyof typeof kinds {
  return Object.hasOwn(kinds, word);
}
