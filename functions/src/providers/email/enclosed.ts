import { dataPicturesIn } from "./data-pictures.ts";
import type { LetterFile } from "./letter-file.ts";
import { isTnef, openTnef } from "./tnef.ts";
import { uuencodedIn } from "./uuencoded.ts";

type Content = { text: string; html: string; files: LetterFile[] };

/** A mail with what is inside its parts: files in Outlook's own form, uuencoded ones, pictures written into HTML. */
export function opened(content: Content, fingerprint: string): Content {
  const isSilent = content.text.trim() === "" && content.html.trim() === "";
  const files = content.files.map((file) => openedFile(file, isSilent));
  const own = (what: "text" | "html") =>
    content[what] || (files.find((one) => one[what])?.[what] ?? "");
  const words = isSilent ? { text: own("text"), html: own("html") } : content;
  const plain = uuencodedIn(words.text.replace(/\r\n?/g, "\n"));
  const page = dataPicturesIn(words.html, fingerprint);
  return {
    text: plain.text,
    html: page.html,
    files: [...files.flatMap((one) => one.files), ...plain.files, ...page.files],
  };
}

/** What could not be read to its end is kept as it came, beside what was found in it. */
function openedFile(file: LetterFile, isSilent: boolean): Content {
  if (isTnef(file.bytes)) {
    const { text, html, files, whole, wordless } = openTnef(file.bytes);
    const isRead = whole && !(wordless && isSilent);
    return { text, html, files: isRead ? files : [...files, file] };
  }
  return { text: "", html: "", files: uuencodedFile(file) ?? [file] };
}

const begin = Buffer.from("begin ");

function uuencodedFile({ name, type, bytes }: LetterFile): LetterFile[] | undefined {
  if (!Buffer.from(bytes.subarray(0, begin.length)).equals(begin)) return undefined;
  const { text, files } = uuencodedIn(Buffer.from(bytes).toString("latin1"));
  if (text !== "" || files.length === 0) return undefined;
  const named = name !== "" && !/\.uue?$/i.test(name) && files.length === 1;
  return named ? files.map((file) => ({ ...file, name, type })) : files;
}
