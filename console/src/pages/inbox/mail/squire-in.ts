import { formatted, type PictureOf } from "../kinds/formatted.ts";
import { ShadowSquire } from "./shadow-squire.ts";

type Around = {
  picture: PictureOf;
  /** What is written has changed. */
  changed: () => void;
  /** The caret stands elsewhere. */
  moved: () => void;
  /** Takes pictures that were pasted or dropped; tells whether it does. */
  pictures: (files: readonly File[]) => boolean;
};

/** Keys of the library that would do what a mail's text cannot have, or that lead on elsewhere. */
const unwanted = /^(?:(?:Shift-)?Tab|Page(?:Up|Down)|.*-(?:d|Shift-5|Shift-6))$/u;

/** The library that formats, at work in an element. */
export function squireIn(root: HTMLElement, around: Around): ShadowSquire {
  const take = (event: Event, data: DataTransfer | null) => {
    const pictures = [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
    const words = data?.types.includes("text/html") && data.types.includes("text/rtf");
    if (words || pictures.length < (data?.files.length || 1) || !around.pictures(pictures)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  root.addEventListener("paste", (event) => take(event, event.clipboardData), true);
  root.addEventListener("drop", (event) => take(event, event.dataTransfer), true);
  const squire = new ShadowSquire(root, {
    blockTag: "P",
    sanitizeToDOMFragment: (html) => formatted(html, around.picture),
    didError: (error) => {
      throw error;
    },
  });
  for (const key in squire._keyHandlers) if (unwanted.test(key)) squire.setKeyHandler(key, null);
  squire.addEventListener("input", around.changed);
  for (const type of ["pathChange", "cursor", "select"])
    squire.addEventListener(type, around.moved);
  return squire;
}
