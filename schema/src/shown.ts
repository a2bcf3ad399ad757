/** What browsers show or play by themselves, and what cannot hold a script; everything else is there to be saved. */
const shown = {
  image: ["jpeg", "png", "apng", "webp", "gif", "avif", "bmp"],
  audio: ["ogg", "mpeg", "mp4", "aac", "amr", "wav", "flac", "webm"],
  video: ["mp4", "3gpp", "quicktime", "webm"],
} as const;
export type Shown = keyof typeof shown;

/** How a type is shown in place; undefined when it is only to be saved. */
export function shownAs(type: string): Shown | undefined {
  const [family = "", kind = ""] = (type.split(";")[0] ?? "").trim().toLowerCase().split("/");
  const known: Readonly<Record<string, readonly string[]>> = shown;
  return Object.hasOwn(known, family) && known[family]?.includes(kind)
    ? (family as Shown)
    : undefined;
}

/** So many cards of a message's files are shown; where there may be more, the files are too. */
export const mostCards = 20;
